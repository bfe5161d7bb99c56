import { canSplitRequests } from '../../model/kind-traits.ts';
import type { Release, ReleaseAnalysis } from '../../model/release.ts';
import type { Service } from '../../model/service.ts';
import type { Report } from '../report.ts';
import type { ReleaseInput } from '../schema/release.ts';
import type { ServiceInput } from '../schema/service.ts';
import { isHttp, takesRequests } from './ports.ts';

/** Whether requests of a new version are judged, for which Prometheus has to be asked. */
export function isJudged(release: ReleaseInput | undefined): boolean {
  return release !== undefined && release.strategy !== 'rolling' && release.analysis.enabled;
}

/** How a new version of a service takes over; undefined where Kubernetes replaces pod by pod. */
export function releaseOf({ release }: ServiceInput): Release | undefined {
  if (!release || release.strategy === 'rolling') return undefined;
  const { strategy, steps, promotion, scaleDownDelay, analysis } = release;
  if (strategy === 'canary') return { strategy, steps, analysis: analysisOf(release) };
  const judged = analysisOf(release);
  return {
    strategy,
    promotion,
    preview: previewOf(release),
    scaleDownDelaySeconds: scaleDownDelay,
    analysis: judged && { ...judged, minutes: Math.floor(analysis.duration / 60) },
  };
}

/**
 * Reports releases that nobody's requests could be part of: weights of nothing, and analyses that never see enough.
 * Which services call is known only once all of them are.
 */
export function reportReleasesWithoutRequests(services: readonly Service[], report: Report): void {
  for (const { name, kind, ports, release, expose, callers } of services) {
    if (!release || expose || callers.some(({ edge }) => isHttp(edge.port))) continue;
    // Those that can take none are told so already.
    if (!canSplitRequests(kind) || !takesRequests(ports)) continue;
    if (release.strategy === 'blue-green' && !release.analysis) continue;
    report(['services', name, 'release', 'strategy'], `nobody sends ${name} requests`, {
      fix: 'let a service use it, expose it, or remove release: pods are replaced one by one then',
    });
  }
}

function analysisOf(release: ReleaseInput): ReleaseAnalysis | undefined {
  if (!isJudged(release)) return undefined;
  const { successRate, latency, minimumRequests } = release.analysis;
  return {
    successRate,
    latency: latency && { percentile: latency.percentile, underMilliseconds: latency.under },
    minimumRequests,
  };
}

function previewOf({ preview }: ReleaseInput) {
  if (preview?.host !== undefined) return { host: preview.host };
  return preview?.headers && { headers: preview.headers };
}

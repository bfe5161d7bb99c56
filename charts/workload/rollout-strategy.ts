import type { BlueGreenStrategy, CanaryStrategy, RolloutStrategy } from '../../imports/argo-rollouts.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { BlueGreenRelease, CanaryRelease, Release, ReleaseWait } from '../../src/model/release.ts';
import type { Service } from '../../src/model/service.ts';
import { previewName } from '../names.ts';
import { HASH, trafficName } from '../release/analysis-template.ts';
import { canaryRouting } from './canary-routing.ts';

/** How Argo Rollouts brings out a new version of a service. The first one ever is brought out without any of it. */
export function rolloutStrategy(
  service: Service,
  release: Release,
  environment: Environment,
): RolloutStrategy {
  return release.strategy === 'canary'
    ? { canary: canary(service, release, environment) }
    : { blueGreen: blueGreen(service, release) };
}

/**
 * Where something shares requests out, the old version stays whole all the while, so a release takes twice the pods. Where
 * nothing does, the share of pods is the share of requests: one version gives way to the other.
 */
function canary(
  service: Service,
  { steps, analysis }: CanaryRelease,
  environment: Environment,
): CanaryStrategy {
  const routing = canaryRouting(service, environment);
  return {
    // A single pod would be judged for its own mishaps. Never more than the service has at its smallest.
    ...(routing && { minPodsPerReplicaSet: service.scaling.min > 1 ? 2 : undefined }),
    ...(routing ?? { maxSurge: '25%', maxUnavailable: 0 }),
    // From the first pause on: before, no requests have gone over.
    analysis: analysis && { startingStep: 1, ...templates(service.name) },
    steps: steps.flatMap(({ weight, pause }) => [
      { setWeight: weight },
      { pause: pauseOf(pause) },
      // A person who goes on has looked; the clock has not.
      ...(analysis && pause !== 'manual' ? [{ analysis: templates(trafficName(service)) }] : []),
    ]),
  };
}

/** A pause without a duration waits for a person. */
function pauseOf(pause: ReleaseWait) {
  return pause === 'manual' ? {} : { duration: `${pause}s` };
}

/**
 * Argo Rollouts turns the Service itself over from one version to the other, so callers, policies and routes, which
 * know nothing but the Service and the pods of both, stay as they are.
 */
function blueGreen(service: Service, release: BlueGreenRelease): BlueGreenStrategy {
  const { promotion, preview, scaleDownDelaySeconds, analysis } = release;
  const isManual = promotion === 'manual';
  return {
    activeService: service.name,
    previewService: preview && previewName(service.name),
    autoPromotionEnabled: !isManual,
    autoPromotionSeconds: isManual || promotion === 0 ? undefined : promotion,
    scaleDownDelaySeconds,
    // Once requests have gone over there are some to judge; until it is done the old version stays.
    postPromotionAnalysis: analysis && templates(service.name),
  };
}

function templates(templateName: string) {
  return {
    templates: [{ templateName }],
    args: [{ name: HASH, valueFrom: { podTemplateHashValue: 'Latest' } }],
  } as const;
}

import { canaryRoutes } from '../../choices/meshes/istio/canary-routes.ts';
import type { BlueGreenStrategy, CanaryStrategy, RolloutStrategy } from '../../imports/argo-rollouts.ts';
import type { BlueGreenRelease, CanaryRelease, Release, ReleaseWait } from '../../src/model/release.ts';
import type { Service } from '../../src/model/service.ts';
import { CANARY, STABLE } from '../labels.ts';
import { previewName } from '../names.ts';
import { HASH, trafficName } from '../release/analysis-template.ts';

/** How Argo Rollouts brings out a new version of a service. The first one ever is brought out without any of it. */
export function rolloutStrategy(service: Service, release: Release): RolloutStrategy {
  return release.strategy === 'canary'
    ? { canary: canary(service, release) }
    : { blueGreen: blueGreen(service, release) };
}

/**
 * Requests go to one of two subsets of one Service. Two Services would be the other way; both ways at once would lose
 * the guard that waits for the pods of a subset before requests go there.
 * The old version stays whole all the while, so a release takes twice the pods.
 */
function canary(service: Service, { steps, analysis }: CanaryRelease): CanaryStrategy {
  return {
    // A single pod would be judged for its own mishaps. Never more than the service has at its smallest.
    minPodsPerReplicaSet: service.scaling.min > 1 ? 2 : undefined,
    trafficRouting: {
      istio: {
        destinationRule: { name: service.name, stableSubsetName: STABLE, canarySubsetName: CANARY },
        virtualServices: canaryRoutes(service),
      },
    },
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

import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { isAutoscaled, type ServiceDeployment } from '../deployments.ts';
import { variantPodsOf } from '../labels.ts';
import { antiAffinity } from './anti-affinity.ts';
import { workContainer } from './container.ts';
import { podTemplate } from './pod.ts';
import { revisionLabel } from './revision-label.ts';
import { spread } from './spread.ts';

/** Seconds a new pod must stay ready before an old one goes: it shows pods that fail on their first requests. */
export const MIN_READY_SECONDS = 10;

/** Old ReplicaSets kept to go back to; Git holds the rest of the history. */
export const REVISION_HISTORY_LIMIT = 5;

/** How many pods run, and how a new revision is known to be good; without a number of pods where an autoscaler sets it. */
export function sizeOf(service: Service, { scaling }: ServiceDeployment) {
  return {
    replicas: isAutoscaled(scaling) ? undefined : scaling.min,
    revisionHistoryLimit: REVISION_HISTORY_LIMIT,
    minReadySeconds: MIN_READY_SECONDS,
    progressDeadlineSeconds: progressDeadline(service),
  };
}

/** Which pods run: those of one version of a service, spread so that each revision is even by itself. */
export function podsOf(service: Service, environment: Environment, deployment: ServiceDeployment) {
  const { variant, image, scaling } = deployment;
  const matchLabels = variantPodsOf(service, variant);
  const revision = revisionLabel(service);
  return {
    selector: { matchLabels },
    template: podTemplate(environment, service, {
      image,
      variant,
      container: workContainer(environment, service, image),
      affinity: antiAffinity(environment, matchLabels, service.antiAffinity, revision),
      topologySpreadConstraints: spread(environment, matchLabels, scaling.min, revision),
    }),
  };
}

/** A whole start on top of five minutes for a new node and the image, and never less than Kubernetes' own default. */
function progressDeadline({ health }: Service): number {
  return Math.max(600, health.startupSeconds + MIN_READY_SECONDS + 300);
}

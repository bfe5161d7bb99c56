import type { Construct } from 'constructs';
import { Deployment } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { deploymentsOf, isAutoscaled, type ServiceDeployment } from '../deployments.ts';
import { serviceLabels, variantPodsOf } from '../labels.ts';
import { antiAffinity } from './anti-affinity.ts';
import { workContainer } from './container.ts';
import { podTemplate } from './pod.ts';
import { reloadOnSecretChange } from './reload.ts';
import { spreadOverRevision } from './spread.ts';

/** The Deployments of a service that is always running: its stable version and each variant, which share everything else. */
export function addDeployments(scope: Construct, service: Service, environment: Environment): void {
  const reload = reloadOnSecretChange(service);
  for (const deployment of deploymentsOf(service)) {
    new Deployment(scope, {
      metadata: {
        name: deployment.name,
        namespace: environment.namespaces.services,
        labels: { ...serviceLabels(service), 'charthouse.dev/variant': deployment.variant },
        ...reload,
      },
      spec: deploymentSpec(service, environment, deployment),
    });
  }
}

/** Seconds a new pod must stay ready before an old one goes: it shows pods that fail on their first requests. */
export const MIN_READY_SECONDS = 10;

/** Old ReplicaSets kept to go back to; Git holds the rest of the history. */
export const REVISION_HISTORY_LIMIT = 5;

const STRATEGY = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: '25%' } } as const;

function deploymentSpec(service: Service, environment: Environment, deployment: ServiceDeployment) {
  const { variant, image, scaling } = deployment;
  const matchLabels = variantPodsOf(service, variant);
  return {
    replicas: isAutoscaled(scaling) ? undefined : scaling.min,
    revisionHistoryLimit: REVISION_HISTORY_LIMIT,
    minReadySeconds: MIN_READY_SECONDS,
    progressDeadlineSeconds: progressDeadline(service),
    strategy: STRATEGY,
    selector: { matchLabels },
    template: podTemplate(environment, service, {
      image,
      variant,
      container: workContainer(environment, service, image),
      affinity: antiAffinity(environment, matchLabels, service.antiAffinity),
      topologySpreadConstraints: spreadOverRevision(environment, matchLabels, scaling.min),
    }),
  };
}

/** A whole start on top of five minutes for a new node and the image, and never less than Kubernetes' own default. */
function progressDeadline({ health }: Service): number {
  return Math.max(600, health.startupSeconds + MIN_READY_SECONDS + 300);
}

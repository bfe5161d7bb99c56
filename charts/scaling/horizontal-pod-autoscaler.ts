import type { Construct } from 'constructs';
import { type AutoscalerMetric, HorizontalPodAutoscaler } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import type { ServiceDeployment } from '../deployments.ts';
import { serviceLabels } from '../labels.ts';

/** Scales one Deployment of a service by what its container uses of what it requests. */
export function addAutoscaler(
  scope: Construct,
  service: Service,
  environment: Environment,
  { name, variant, scaling }: ServiceDeployment,
): void {
  const { min, max, cpu, memory } = scaling;
  const container = environment.cluster.kubernetesMinor < 30 ? undefined : service.name;
  new HorizontalPodAutoscaler(scope, {
    metadata: {
      name,
      namespace: environment.namespaces.services,
      labels: { ...serviceLabels(service), 'charthouse.dev/variant': variant },
    },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: min,
      maxReplicas: max,
      metrics: [
        ...(cpu === undefined ? [] : [utilisation('cpu', cpu, container)]),
        ...(memory === undefined ? [] : [utilisation('memory', memory, container)]),
      ],
      behavior: BEHAVIOR,
    },
  });
}

/**
 * A Resource metric adds up all containers of a pod, so an idle sidecar would hide a busy service. The metric of one
 * container came with Kubernetes 1.30; without a container it is that of the pod.
 */
function utilisation(name: string, percent: number, container: string | undefined): AutoscalerMetric {
  const target = { type: 'Utilization', averageUtilization: percent } as const;
  if (container === undefined) return { type: 'Resource', resource: { name, target } };
  return { type: 'ContainerResource', containerResource: { container, name, target } };
}

/**
 * Up as Kubernetes does by default: at once, doubling or four pods every 15 s, whichever is more. Down by the default
 * window of five minutes, in which the highest recommendation counts, but not to the bottom in one step: at most half
 * of the pods, or two where half is less, each minute, so that the rest is not overrun when the load comes back.
 * https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#default-behavior
 */
const BEHAVIOR = {
  scaleUp: {
    stabilizationWindowSeconds: 0,
    selectPolicy: 'Max',
    policies: [
      { type: 'Percent', value: 100, periodSeconds: 15 },
      { type: 'Pods', value: 4, periodSeconds: 15 },
    ],
  },
  scaleDown: {
    stabilizationWindowSeconds: 300,
    selectPolicy: 'Max',
    policies: [
      { type: 'Percent', value: 50, periodSeconds: 60 },
      { type: 'Pods', value: 2, periodSeconds: 60 },
    ],
  },
} as const;

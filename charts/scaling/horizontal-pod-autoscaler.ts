import type { Construct } from 'constructs';
import { type AutoscalerMetric, HorizontalPodAutoscaler } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { type ServiceDeployment, workloadType } from '../deployments.ts';
import { autoscalerMetadata, measuredContainer } from './autoscaler.ts';
import { BEHAVIOR } from './behavior.ts';

/** Scales one Deployment of a service, or its Rollout, by what its container uses of what it requests. */
export function addAutoscaler(
  scope: Construct,
  service: Service,
  environment: Environment,
  deployment: ServiceDeployment,
): Construct {
  const { min, max, cpu, memory } = deployment.scaling;
  const container = measuredContainer(service, environment);
  return new HorizontalPodAutoscaler(scope, {
    metadata: autoscalerMetadata(service, environment, deployment),
    spec: {
      scaleTargetRef: { ...workloadType(service), name: deployment.name },
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

function utilisation(name: string, percent: number, container: string | undefined): AutoscalerMetric {
  const target = { type: 'Utilization', averageUtilization: percent } as const;
  if (container === undefined) return { type: 'Resource', resource: { name, target } };
  return { type: 'ContainerResource', containerResource: { container, name, target } };
}

import type { Construct } from 'constructs';
import { ScaledObject, type Trigger } from '../../imports/keda.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Prometheus } from '../../src/model/operation.ts';
import type { Service } from '../../src/model/service.ts';
import { type ServiceDeployment, workloadType } from '../deployments.ts';
import { autoscalerMetadata, measuredContainer } from './autoscaler.ts';
import { BEHAVIOR } from './behavior.ts';

/**
 * Scales one Deployment of a service, or its Rollout, by its requests, besides what its container uses: Kubernetes itself knows nothing
 * of requests, so KEDA makes the HorizontalPodAutoscaler and asks Prometheus for them. The measure that asks for the
 * most pods wins.
 */
export function addScaledObject(
  scope: Construct,
  service: Service,
  environment: Environment,
  deployment: ServiceDeployment,
): Construct {
  const { name, scaling } = deployment;
  return new ScaledObject(scope, {
    metadata: autoscalerMetadata(service, environment, deployment),
    spec: {
      scaleTargetRef: { ...workloadType(service), name },
      minReplicaCount: scaling.min,
      maxReplicaCount: scaling.max,
      pollingInterval: POLLING_SECONDS,
      // One name for the autoscaler, however it is made: `kubectl get hpa` shows the service.
      advanced: { horizontalPodAutoscalerConfig: { name, behavior: BEHAVIOR } },
      triggers: triggersOf(service, environment, deployment),
    },
  });
}

/** As often as KEDA asks by default. */
const POLLING_SECONDS = 30;

function triggersOf(service: Service, environment: Environment, deployment: ServiceDeployment): Trigger[] {
  const { cpu, memory, requestsPerSecond } = deployment.scaling;
  const containerName = measuredContainer(service, environment);
  const utilisation = (type: string, percent: number): Trigger => ({
    type,
    metricType: 'Utilization',
    metadata: { ...(containerName && { containerName }), value: String(percent) },
  });
  return [
    ...(cpu === undefined ? [] : [utilisation('cpu', cpu)]),
    ...(memory === undefined ? [] : [utilisation('memory', memory)]),
    ...(requestsPerSecond === undefined
      ? []
      : [requests(deployment.name, requestsPerSecond, environment, environment.prometheus as Prometheus)]),
  ];
}

/**
 * Requests that sidecars counted in the last two minutes. Without any, Prometheus has no series and the answer is 0;
 * without Prometheus there is no answer, and then nothing is scaled down: KEDA would take it for 0 by default.
 */
function requests(
  workload: string,
  perSecond: number,
  { namespaces }: Environment,
  { url }: Prometheus,
): Trigger {
  const labels = [
    'reporter="destination"',
    `destination_workload_namespace="${namespaces.services}"`,
    `destination_workload="${workload}"`,
  ];
  return {
    type: 'prometheus',
    metricType: 'AverageValue',
    metadata: {
      ignoreNullValues: 'false',
      query: `sum(rate(istio_requests_total{${labels.join(',')}}[2m])) or vector(0)`,
      serverAddress: url,
      threshold: String(perSecond),
    },
  };
}

import type { Environment } from '../../src/model/environment.ts';
import type { ManifestMetadata } from '../../src/model/manifest.ts';
import type { Service } from '../../src/model/service.ts';
import type { ServiceDeployment } from '../deployments.ts';
import { serviceLabels } from '../labels.ts';

/** What an autoscaler of either kind says of itself: whose it is, and how many pods people should expect to see. */
export function autoscalerMetadata(
  service: Service,
  { namespaces }: Environment,
  { name, variant, scaling }: ServiceDeployment,
): ManifestMetadata {
  const { usual } = scaling;
  return {
    name,
    namespace: namespaces.services,
    labels: { ...serviceLabels(service), 'charthouse.dev/variant': variant },
    ...(usual === undefined ? {} : { annotations: { 'charthouse.dev/usual-replicas': String(usual) } }),
  };
}

/**
 * The container whose use is measured. A measure of the pod adds up all its containers, so an idle sidecar would hide a
 * busy service; that of one container came with Kubernetes 1.30. Undefined is the pod.
 */
export function measuredContainer({ name }: Service, { cluster }: Environment): string | undefined {
  return cluster.kubernetesMinor < 30 ? undefined : name;
}

import { cloudNamed } from '../../../choices/clouds/index.ts';
import type { Observability } from '../../model/observability.ts';
import type { Service } from '../../model/service.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { Scope } from './scope.ts';

/**
 * The StorageClass of volumes that name none: that of the cluster, or the platform's own. Claims always name one, as
 * clusters of EKS have had no default since 1.30, and claims without a class wait for ever there:
 * https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html
 */
export function usualStorageClass({ cluster, platform }: DocumentInput): string {
  return cluster.storageClass ?? platform;
}

/**
 * Name of the StorageClass that is rendered; undefined where the cluster has one, or no volume is of it. Reports that there
 * is none where no cloud makes volumes.
 */
export function ownStorageClass(
  { document: { cluster, platform }, report }: Pick<Scope, 'document' | 'report'>,
  services: readonly Pick<Service, 'volume'>[],
  observability: Observability | undefined,
): string | undefined {
  if (cluster.storageClass !== undefined) return undefined;
  const used = services.map(({ volume }) => volume?.storageClass);
  const isOfMonitoring = observability?.prometheus.storageClass === platform && keepsVolumes(observability);
  if (!isOfMonitoring && !used.includes(platform)) return undefined;
  if (cloudNamed(cluster.cloud).volumes === undefined) {
    const message = 'missing: the StorageClass of volumes, which only a cloud could bring';
    report(['cluster', 'storageClass'], message, {
      fix: 'write cluster: {storageClass: ...}, one that the cluster has',
      at: 'key',
    });
  }
  return platform;
}

/** Prometheus and Alertmanager keep what they know, and so does Jaeger where no store does. */
function keepsVolumes({ mode, parts, tracing }: Observability): boolean {
  return mode === 'standalone' || (parts.tracing && !tracing.store);
}

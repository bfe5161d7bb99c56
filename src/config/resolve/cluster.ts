import type { Cluster } from '../../model/cluster.ts';
import type { DocumentInput } from '../schema/document.ts';

/** Facts of the cluster, with what follows from others where it was left out. */
export function clusterOf({ cluster: written }: DocumentInput): Cluster {
  const { kubernetes: kubernetesMinor, crds: _, storageClass: _class, ...cluster } = written;
  if (cluster.cloud !== 'gcp') return { ...cluster, kubernetesMinor };
  return { ...cluster, kubernetesMinor, location: cluster.location ?? cluster.region };
}

/** The region that the cluster is in; empty where its cloud has none. */
export function regionOf({ cluster }: DocumentInput): string {
  return 'region' in cluster ? cluster.region : '';
}

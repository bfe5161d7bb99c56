import type { Values } from './add-on.ts';

/**
 * Class of what a whole cluster needs, above every priority a platform can have: without it a pod that fits nowhere
 * may push out what routes, injects, scales or keeps secrets. Every cluster has it, and admits it in any namespace.
 * https://kubernetes.io/docs/tasks/administer-cluster/guaranteed-scheduling-critical-addon-pods/
 */
export const CLUSTER_CRITICAL = 'system-cluster-critical';

/** Of two pods one may be away, and one that cannot start holds no node. */
export const ONE_AWAY: Values = { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' };

/** Keeps pods with these labels apart by zone, and by node, where there is room. */
export function apart(matchLabels: Readonly<Record<string, string>>): readonly Values[] {
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels },
  }));
}

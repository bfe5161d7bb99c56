import type { ManifestObject } from '../../model/manifest.ts';
import { isInjected } from './injection.ts';
import type { Inventory } from './inventory.ts';
import { oncePerInventory } from './once.ts';
import { principalsOf } from './principals.ts';
import type { Workload } from './workload.ts';

/** Workloads with a sidecar that an AuthorizationPolicy names as callers. A Job may run as a caller without calling. */
export function callersOf(inventory: Inventory, policy: ManifestObject): readonly Workload[] {
  return principalsOf(policy).flatMap(
    ({ namespace, account }) => injectedByIdentity(inventory).get(`${namespace}/${account}`) ?? [],
  );
}

const injectedByIdentity = oncePerInventory((inventory) => {
  const byIdentity = new Map<string, Workload[]>();
  for (const workload of inventory.workloads) {
    if (!isInjected(inventory)(workload) || workload.kind === 'Job') continue;
    const key = `${workload.namespace}/${workload.pod.serviceAccountName ?? 'default'}`;
    const others = byIdentity.get(key);
    if (others) others.push(workload);
    else byIdentity.set(key, [workload]);
  }
  return byIdentity as ReadonlyMap<string, readonly Workload[]>;
});

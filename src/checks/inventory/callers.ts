import type { ManifestObject } from '../../model/manifest.ts';
import { isInjected } from './injection.ts';
import { oncePerInventory, oncePerItem } from './once.ts';
import { principalsOf } from './principals.ts';
import type { Workload } from './workload.ts';

/** Workloads with a sidecar that an AuthorizationPolicy names as callers. A Job may run as a caller without calling. */
export const callersOf = oncePerItem((policy: ManifestObject, inventory): readonly Workload[] =>
  principalsOf(inventory)(policy).flatMap(
    ({ namespace, account }) => injectedByIdentity(inventory).get(`${namespace}/${account}`) ?? [],
  ),
);

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

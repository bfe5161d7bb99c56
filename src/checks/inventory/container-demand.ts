import type { ILimitRangeSpec } from 'kubernetes-models/v1';
import { quantityOf } from '../../quantities/quantity.ts';
import { oncePerInventory } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';
import type { PodContainer, Workload } from './workload.ts';

/** A compute resource and what a container says of it. */
export type DemandKind = 'requests' | 'limits';

type Amounts = Readonly<Record<string, unknown>>;

/** What LimitRanges give containers that say nothing, by namespace. */
const defaultsByNamespace = oncePerInventory(({ ofKind }) => {
  const byNamespace = new Map<string, { readonly requests: Amounts; readonly limits: Amounts }>();
  for (const range of ofKind('LimitRange')) {
    for (const { type, default: limits = {}, defaultRequest = limits } of specOf<ILimitRangeSpec>(range)
      .limits ?? []) {
      if (type === 'Container')
        byNamespace.set(namespaceOf(range), { requests: { ...limits, ...defaultRequest }, limits });
    }
  }
  return byNamespace;
});

/** What a container asks for of a resource (`cpu`, in cores), as the API and LimitRanges complete it; undefined: nothing. */
export const demandOf = oncePerInventory((inventory) => {
  const defaults = defaultsByNamespace(inventory);
  return (
    { container }: PodContainer,
    namespace: string,
    kind: DemandKind,
    resource: string,
  ): number | undefined => {
    const { requests = {}, limits = {} } = container.resources ?? {};
    const own = kind === 'limits' ? limits[resource] : (requests[resource] ?? limits[resource]);
    const amount = own ?? defaults.get(namespace)?.[kind][resource];
    return amount === undefined ? undefined : quantityOf(amount);
  };
});

/** What a pod of a workload asks for at least: its containers, or its largest init container. Without the proxy. */
export const podDemandOf = oncePerInventory((inventory) => {
  const demand = demandOf(inventory);
  return ({ containers, namespace }: Workload, kind: DemandKind, resource: string): number => {
    let running = 0;
    let largestInit = 0;
    for (const one of containers) {
      const amount = demand(one, namespace, kind, resource) ?? 0;
      if (one.role === 'init') largestInit = Math.max(largestInit, amount);
      else running += amount;
    }
    return Math.max(running, largestInit);
  };
});

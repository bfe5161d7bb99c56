import type { Inventory } from './inventory.ts';
import { oncePerInventory } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';
import type { Labels, Workload } from './workload.ts';

interface ServiceSpec {
  readonly selector: Labels;
  readonly publishNotReadyAddresses: boolean;
  readonly ports: readonly { readonly name?: string }[];
}

/** Workloads whose pods get requests through a Service once they are ready. */
export const servedWorkloads: (inventory: Inventory) => ReadonlySet<Workload> = oncePerInventory(
  ({ ofKind, selected }) => {
    const served = new Set<Workload>();
    for (const service of ofKind('Service', '')) {
      const { selector, publishNotReadyAddresses, ports = [] } = specOf<ServiceSpec>(service);
      if (!selector || publishNotReadyAddresses || ports.every(isScraped)) continue;
      for (const workload of selected(namespaceOf(service), { matchLabels: selector })) {
        if (workload.isKeptRunning) served.add(workload);
      }
    }
    return served;
  },
);

/** Metrics are read from pods that are not ready too: a Service of nothing else serves no requests. */
function isScraped({ name = '' }: { readonly name?: string }): boolean {
  return name === 'metrics' || name.endsWith('-metrics');
}

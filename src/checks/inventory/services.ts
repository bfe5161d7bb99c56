import type { IServiceSpec } from 'kubernetes-models/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import { indexLabels } from './label-index.ts';
import { oncePerInventory } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';
import type { Workload } from './workload.ts';

/** Finds Services by their own labels. */
export const labelledServices = oncePerInventory(({ ofKind }) =>
  indexLabels(
    ofKind('Service', '').map((service) => ({
      item: service,
      namespace: namespaceOf(service),
      labels: service.metadata.labels ?? {},
    })),
  ),
);

/** The Services that select the pods of a workload. */
export const servicesOf = oncePerInventory(({ ofKind, selected }) => {
  const byWorkload = new Map<Workload, ManifestObject[]>();
  for (const service of ofKind('Service', '')) {
    const { selector: matchLabels = {} } = specOf<IServiceSpec>(service);
    if (Object.keys(matchLabels).length === 0) continue;
    for (const workload of selected(namespaceOf(service), { matchLabels })) {
      const others = byWorkload.get(workload);
      if (others) others.push(service);
      else byWorkload.set(workload, [service]);
    }
  }
  return byWorkload as ReadonlyMap<Workload, readonly ManifestObject[]>;
});

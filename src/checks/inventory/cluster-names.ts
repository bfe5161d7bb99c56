import { oncePerInventory } from './once.ts';

/** Names of the cluster-scoped objects that are rendered, by kind; also of those that could not be read. */
export const clusterNames = oncePerInventory(({ verdicts }) => {
  const byKind = new Map<string, Set<string>>();
  for (const { object } of verdicts) {
    const { kind, metadata } = object;
    if (!metadata?.name || metadata.namespace) continue;
    const names = byKind.get(kind);
    if (names) names.add(metadata.name);
    else byKind.set(kind, new Set([metadata.name]));
  }
  return byKind as ReadonlyMap<string, ReadonlySet<string>>;
});

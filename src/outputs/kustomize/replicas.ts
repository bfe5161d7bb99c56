import { isMap } from '../../maps/is-map.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import { isEqual } from './plain-data.ts';
import { mapVersions, presentVersions, type VersionedObject } from './versions.ts';

/** An entry of `replicas:`. */
export interface ReplicaEntry {
  readonly name: string;
  readonly count: number;
}

/** Objects without the replicas that differ between environments, and those as entries for each environment. */
export interface ReplicaPlan {
  readonly objects: readonly VersionedObject[];
  readonly entries: readonly (readonly ReplicaEntry[])[];
}

/** The kinds whose `spec.replicas` an entry sets, by name alone, whatever the namespace. */
const KINDS = new Set(['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet']);

/**
 * Moves replicas that differ into `replicas:` entries, where the name means one object and nothing else.
 * Kinds and matching: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/replicas/
 */
export function planReplicas(objects: readonly VersionedObject[], environments: number): ReplicaPlan {
  const holders = holdersByName(objects);
  const entries = Array.from({ length: environments }, (): ReplicaEntry[] => []);
  const planned = objects.map((object) => {
    if (!object.isShared || !isMovable(object, holders)) return object;
    return mapVersions(object, (version, environment) => {
      const count = replicasOf(version);
      if (typeof count === 'number') entries[environment]?.push({ name: version.metadata.name, count });
      return withoutReplicas(version);
    });
  });
  return { objects: planned, entries };
}

function holdersByName(objects: readonly VersionedObject[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const object of objects) {
    const [first] = presentVersions(object);
    if (first === undefined || !KINDS.has(first.kind)) continue;
    holders.set(first.metadata.name, (holders.get(first.metadata.name) ?? 0) + 1);
  }
  return holders;
}

function isMovable(object: VersionedObject, holders: ReadonlyMap<string, number>): boolean {
  const versions = presentVersions(object);
  const [first] = versions;
  if (first === undefined || !KINDS.has(first.kind) || holders.get(first.metadata.name) !== 1) return false;
  const counts = versions.map(replicasOf);
  if (counts.every((count) => isEqual(count, counts[0]))) return false;
  return versions.every((version) => isMap(version['spec'])) && counts.every(isCount);
}

function isCount(value: unknown): boolean {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0);
}

function replicasOf(object: ManifestObject): unknown {
  return isMap(object['spec']) ? object['spec']['replicas'] : undefined;
}

function withoutReplicas(object: ManifestObject): ManifestObject {
  if (!isMap(object['spec'])) return object;
  const { replicas: _, ...spec } = object['spec'];
  return { ...object, spec };
}

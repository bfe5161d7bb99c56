import type { ManifestObject } from '../../model/manifest.ts';
import { groupOf } from './api-group.ts';

/** Objects by what others name them by. */
export interface ObjectIndex {
  /** Objects of a kind. Kinds that two API groups have are told apart by the group (`''` for core). */
  readonly ofKind: (kind: string, group?: string) => readonly ManifestObject[];
  /** One object; namespace `''` for cluster-scoped ones. Of several of a name, the last. */
  readonly find: (kind: string, namespace: string, name: string) => ManifestObject | undefined;
}

/** Puts objects in order by kind, group, namespace and name. */
export function indexObjects(objects: readonly ManifestObject[]): ObjectIndex {
  const byKind = new Map<string, OfKind>();
  for (const object of objects) {
    const known = byKind.get(object.kind) ?? { all: [], byGroup: new Map(), byNamespace: new Map() };
    byKind.set(object.kind, known);
    add(known, object);
  }
  return {
    ofKind: (kind, group) => {
      const known = byKind.get(kind);
      return (group === undefined ? known?.all : known?.byGroup.get(group)) ?? NONE;
    },
    find: (kind, namespace, name) => byKind.get(kind)?.byNamespace.get(namespace)?.get(name),
  };
}

const NONE: readonly ManifestObject[] = [];

interface OfKind {
  readonly all: ManifestObject[];
  readonly byGroup: Map<string, ManifestObject[]>;
  readonly byNamespace: Map<string, Map<string, ManifestObject>>;
}

function add({ all, byGroup, byNamespace }: OfKind, object: ManifestObject): void {
  all.push(object);
  const group = groupOf(object.apiVersion);
  const ofGroup = byGroup.get(group);
  if (ofGroup) ofGroup.push(object);
  else byGroup.set(group, [object]);
  const { namespace = '', name } = object.metadata;
  const byName = byNamespace.get(namespace) ?? new Map<string, ManifestObject>();
  byNamespace.set(namespace, byName);
  byName.set(name, object);
}

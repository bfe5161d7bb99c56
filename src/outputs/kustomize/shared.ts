import type { ManifestObject } from '../../model/manifest.ts';
import { presentVersions, type VersionedObject } from './versions.ts';

/**
 * Marks the objects that overlays may add to: those that the target of a patch can mean alone. A target without group
 * selects every group, one without namespace every namespace.
 */
export function markShared(objects: readonly VersionedObject[]): readonly VersionedObject[] {
  const meant = new Map<string, number>();
  for (const object of objects) {
    const [first] = presentVersions(object);
    for (const key of first ? selections(first) : []) meant.set(key, (meant.get(key) ?? 0) + 1);
  }
  return objects.map((object) => {
    const [first] = presentVersions(object);
    return { ...object, isShared: first !== undefined && meant.get(ownSelection(first)) === 1 };
  });
}

/** Every way in which a target could mean the object. */
function selections(object: ManifestObject): ReadonlySet<string> {
  const { group, namespace } = scopeOf(object);
  return new Set([
    selection(object, group, namespace),
    selection(object, group, ''),
    selection(object, '', namespace),
    selection(object, '', ''),
  ]);
}

/** The way in which the object's own target means it. */
function ownSelection(object: ManifestObject): string {
  const { group, namespace } = scopeOf(object);
  return selection(object, group, namespace);
}

function scopeOf({ apiVersion, metadata }: ManifestObject) {
  const slash = apiVersion.indexOf('/');
  return { group: slash < 0 ? '' : apiVersion.slice(0, slash), namespace: metadata.namespace ?? '' };
}

function selection({ apiVersion, kind, metadata }: ManifestObject, group: string, namespace: string): string {
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  return `${group} ${version} ${kind} ${namespace}/${metadata.name}`;
}

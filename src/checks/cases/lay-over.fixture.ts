import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap } from '../../maps/is-map.ts';
import type { FiledObject, ManifestObject } from '../../model/manifest.ts';
import { readDocuments } from '../../yaml/read-documents.ts';

/** The clean environment every case changes: a small shop with a service of each kind. */
export function baseManifests(): readonly FiledObject[] {
  const folder = join(import.meta.dirname, 'base');
  return readdirSync(folder).flatMap((name) =>
    manifestsIn(join(folder, name)).map((object) => ({ file: name.replace('.yaml', ''), object })),
  );
}

/**
 * The base with the objects of a file laid over those of the same kind, namespace and name, or added: maps merge, null
 * removes, items of lists merge by `name`, other lists and scalars replace. `$remove: true` takes the object away,
 * `$again: true` adds it as it is, whatever there is already.
 */
export function layOver(base: readonly FiledObject[], file: string): readonly FiledObject[] {
  const objects = manifestsIn(file);
  const again = objects.filter((object) => object['$again'] === true).map(({ $again, ...object }) => object);
  const changes = objects.filter((object) => object['$again'] !== true);
  const overlay = new Map(changes.map((object) => [identityOf(object), object]));
  const result = base.flatMap((manifest) => {
    const change = overlay.get(identityOf(manifest.object));
    overlay.delete(identityOf(manifest.object));
    if (change?.['$remove'] === true) return [];
    return [change ? { ...manifest, object: merge(manifest.object, change) as ManifestObject } : manifest];
  });
  const added = [...overlay.values(), ...(again as ManifestObject[])];
  return [...result, ...added.map((object) => ({ file: 'added', object }))];
}

function manifestsIn(path: string): readonly ManifestObject[] {
  return readDocuments(readFileSync(path, 'utf8')) as readonly ManifestObject[];
}

function identityOf({ kind, metadata }: ManifestObject): string {
  return `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

function merge(below: unknown, above: unknown): unknown {
  if (isNamedList(below) && isNamedList(above)) return mergeByName(below, above);
  if (!isMap(below) || !isMap(above)) return above;
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(below[key], value);
  }
  return merged;
}

interface Named {
  readonly name: string;
}

function mergeByName(below: readonly Named[], above: readonly Named[]): readonly unknown[] {
  const changes = new Map(above.map((item) => [item.name, item]));
  const merged = below.map((item) => (changes.has(item.name) ? merge(item, changes.get(item.name)) : item));
  const known = new Set(below.map(({ name }) => name));
  return [...merged, ...above.filter(({ name }) => !known.has(name))];
}

function isNamedList(value: unknown): value is readonly Named[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => isMap(item) && 'name' in item);
}

import type { ManifestObject } from '../../model/manifest.ts';
import { mergeKeyOf } from './merge-keys.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Something in a patch that cannot be merged: what, and where. */
export class UnmergeableError extends Error {
  override readonly name = 'UnmergeableError';
}

/**
 * Fields merged into an object as Kubernetes does it (strategic merge patch): maps key by key, items of lists by the key
 * of their kind, new ones behind the others; other lists are replaced. An item with `$patch: delete` takes away the one of
 * its key. Throws an UnmergeableError for an item without its key, and for other directives.
 */
export function strategicMerge(object: ManifestObject, fields: Fields): ManifestObject {
  return mergeMap(object, fields, [], object.kind) as ManifestObject;
}

function mergeMap(base: Fields, fields: Fields, path: readonly string[], kind: string): Fields {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(fields)) {
    if (key.startsWith('$')) throw new UnmergeableError(`${at([...path, key])} is no field`);
    merged[key] = mergeValue(merged[key], value, [...path, key], kind);
  }
  return merged;
}

function mergeValue(base: unknown, value: unknown, path: readonly string[], kind: string): unknown {
  if (isMap(value)) return mergeMap(isMap(base) ? base : {}, value, path, kind);
  if (!Array.isArray(value)) return value;
  const key = mergeKeyOf(kind, path);
  return key === undefined ? value : mergeItems(Array.isArray(base) ? base : [], value, { key, path, kind });
}

/** A list whose items have a key. */
interface KeyedList {
  readonly key: string;
  readonly path: readonly string[];
  readonly kind: string;
}

function mergeItems(base: readonly unknown[], items: readonly unknown[], list: KeyedList): unknown[] {
  const merged = [...base];
  for (const item of items) mergeItem(merged, item, list);
  return merged;
}

function mergeItem(merged: unknown[], item: unknown, { key, path, kind }: KeyedList): void {
  if (!isMap(item) || item[key] === undefined) {
    throw new UnmergeableError(`an item of ${at(path)} has no \`${key}\`, by which it would be found`);
  }
  const index = merged.findIndex((other) => isMap(other) && other[key] === item[key]);
  const { $patch: directive, ...fields } = item;
  const place = `${at(path)}[${String(item[key])}]`;
  if (directive === undefined) {
    const before = merged[index];
    merged[index < 0 ? merged.length : index] = mergeMap(isMap(before) ? before : {}, fields, path, kind);
  } else if (directive !== 'delete') throw new UnmergeableError(`${place} is not \`$patch: delete\``);
  else if (index < 0) throw new UnmergeableError(`${place} takes away what is not there`);
  else merged.splice(index, 1);
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(path: readonly string[]): string {
  return `\`${path.join('.')}\``;
}

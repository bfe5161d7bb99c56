import type { Json } from '../../model/manifest.ts';

/** Where a value stands in the values files: `['services', 'web', 'scaling', 'max']`. Segments may hold any text. */
export type ValuePath = readonly string[];

/** One entry per environment, in their order; undefined where an environment has none. */
export type Vector = readonly (Json | undefined)[];

/** The path as a key of a map. */
export function pathKey(path: ValuePath): string {
  return path.join('\0');
}

/** The path behind a key that `pathKey` made. */
export function pathOf(key: string): ValuePath {
  return key.split('\0');
}

/** Whether two pieces of plain data are the same; the order of keys does not count, entries that are undefined neither. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return isSameList(a, b);
  return isWithin(a, b) && isWithin(b, a);
}

/** Whether every environment that has an entry in both has the same one. */
export function agree(a: Vector, b: Vector): boolean {
  return a.every((item, index) => item === undefined || b[index] === undefined || isSame(item, b[index]));
}

/** Whether `all` has what `some` has, wherever that has an entry. */
export function covers(all: Vector, some: Vector): boolean {
  return some.every((item, index) => item === undefined || isSame(item, all[index]));
}

/** Whether every entry there is is the same. */
export function isConstant(vector: Vector): boolean {
  const first = vector.find((item) => item !== undefined);
  return vector.every((item) => item === undefined || isSame(item, first));
}

function isSameList(a: object, b: object): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
}

function isWithin(a: object, b: object): boolean {
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of Object.keys(left)) {
    if (left[key] === undefined) continue;
    if (!Object.hasOwn(right, key) || !isSame(left[key], right[key])) return false;
  }
  return true;
}

import type { DataMap } from '../../maps/is-map.ts';
/** The entry of a map, undefined when it has none: also for keys that every JavaScript object inherits. */
export function entryOf(map: DataMap, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Whether two values are written as the same data: key order does not count, and an undefined entry is none. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && areListsEqual(one, other);
  return !Array.isArray(other) && areMapsEqual(one as DataMap, other as DataMap);
}

function areListsEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (!isEqual(one[index], other[index])) return false;
  return true;
}

function areMapsEqual(one: DataMap, other: DataMap): boolean {
  let entries = 0;
  for (const key in one) {
    const value = one[key];
    if (value === undefined) continue;
    if (!isEqual(value, entryOf(other, key))) return false;
    entries++;
  }
  for (const key in other) if (other[key] !== undefined) entries--;
  return entries === 0;
}

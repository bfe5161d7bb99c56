import { type DataMap, isMap } from '../../maps/is-map.ts';
import { alignLists } from './align-lists.ts';
import { entryOf, isEqual } from './plain-data.ts';

/** Keys and list indexes from the root of an object. */
export type Path = readonly (string | number)[];

/** A value that one version has and the intersection lacks. */
export interface Addition {
  readonly path: Path;
  readonly value: unknown;
}

/** What several versions have in common, and for each version what has to be added, in this order, to get it back. */
export interface Intersection<T> {
  readonly base: T;
  readonly additions: readonly (readonly Addition[])[];
}

/**
 * The largest data that every version can be made of by adding alone: nothing in it is ever replaced or removed.
 * Maps and lists that share nothing are left out as a whole. The indexes of the additions are those of the version, so
 * that they hold once the additions before them are made.
 */
export function intersect<T extends DataMap>(versions: readonly T[]): Intersection<T> {
  const none = versions.map(() => []);
  const found = common(versions, none) ?? { base: {}, additions: wholes(versions, none) };
  return found as Intersection<T>;
}

/** Undefined when the values have nothing in common. `places` are their paths. */
function common(values: readonly unknown[], places: readonly Path[]): Intersection<unknown> | undefined {
  const [first] = values;
  if (values.every((value) => isEqual(first, value))) return { base: first, additions: values.map(() => []) };
  if (values.every(isMap)) return commonMap(values, places);
  if (values.every((value) => Array.isArray(value))) return commonList(values, places);
  return undefined;
}

function commonMap(maps: readonly DataMap[], places: readonly Path[]): Intersection<DataMap> | undefined {
  const entries: (readonly [string, unknown])[] = [];
  const additions = maps.map((): Addition[] => []);
  for (const key of new Set(maps.flatMap((map) => Object.keys(map)))) {
    const values = maps.map((map) => entryOf(map, key));
    const paths = places.map((path) => [...path, key]);
    const found = values.includes(undefined) ? undefined : common(values, paths);
    if (found !== undefined) entries.push([key, found.base]);
    for (const [version, added] of (found?.additions ?? wholes(values, paths)).entries()) {
      additions[version]?.push(...added);
    }
  }
  return entries.length === 0 ? undefined : { base: Object.fromEntries(entries), additions };
}

function commonList(lists: readonly (readonly unknown[])[], places: readonly Path[]) {
  const base: unknown[] = [];
  const kept = lists.map(() => new Map<number, readonly Addition[]>());
  for (const indexes of alignLists(lists)) {
    const values = lists.map((list, version) => list[indexes[version] ?? -1]);
    const paths = places.map((path, version) => [...path, indexes[version] ?? -1]);
    const found = common(values, paths);
    if (found === undefined) continue;
    base.push(found.base);
    for (const [version, index] of indexes.entries())
      kept[version]?.set(index, found.additions[version] ?? []);
  }
  if (base.length === 0) return undefined;
  const additions = lists.map((list, version) =>
    list.flatMap((value, index) => {
      return kept[version]?.get(index) ?? { path: [...(places[version] ?? []), index], value };
    }),
  );
  return { base, additions };
}

/** Each value as one addition, none where there is no value. */
function wholes(values: readonly unknown[], places: readonly Path[]): readonly (readonly Addition[])[] {
  return values.map((value, version) =>
    value === undefined ? [] : [{ path: places[version] ?? [], value }],
  );
}

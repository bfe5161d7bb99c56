import { type DataMap, isMap } from '../../maps/is-map.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import { entryOf } from './plain-data.ts';
import { mapVersions, presentVersions, type VersionedObject } from './versions.ts';

/** A place below `metadata.labels` where all objects of a kind carry the labels too, such as a pod template. */
export interface LabelField {
  readonly path: string;
  readonly kind: string;
  readonly create: true;
}

/** The labels that tell environments apart: pairs for each environment, and where they go besides metadata. */
export interface LabelPlan {
  readonly objects: readonly VersionedObject[];
  readonly pairs: readonly Readonly<Record<string, string>>[];
  readonly fields: readonly LabelField[];
}

/**
 * Moves labels that every object of an environment carries with one value, and other environments with another, into
 * `labels:` entries: otherwise the label `environment: production` alone would cost a patch for every object.
 */
export function planLabels(objects: readonly VersionedObject[], environments: number): LabelPlan {
  const pairs = commonPairs(objects, environments);
  const keys = Object.keys(pairs[0] ?? {});
  if (keys.length === 0) return { objects, pairs: [], fields: [] };
  const fields = labelFields(objects, pairs);
  const places = new Map<string, string[][]>();
  for (const { kind, path } of fields) places.set(kind, [...(places.get(kind) ?? []), path.split('/')]);
  const planned = objects.map((object) => {
    if (!object.isShared) return object;
    return mapVersions(object, (version) =>
      [METADATA, ...(places.get(version.kind) ?? [])].reduce(
        (stripped, path) => withoutKeys(stripped, path, keys) as ManifestObject,
        version,
      ),
    );
  });
  return { objects: planned, pairs, fields };
}

const METADATA = ['metadata', 'labels'];

/** For each environment the labels all its objects share, of those only the ones that differ between environments. */
function commonPairs(objects: readonly VersionedObject[], environments: number) {
  const pairs = Array.from({ length: environments }, (_, environment) => {
    const present = objects.flatMap(({ versions }) => versions[environment] ?? []);
    const labels = present[0]?.metadata.labels ?? {};
    return Object.entries(labels).filter(([key, value]) =>
      present.every(
        ({ metadata }) => typeof value === 'string' && entryOf(metadata.labels ?? {}, key) === value,
      ),
    );
  }).map((entries) => Object.fromEntries(entries));
  const keys = Object.keys(pairs[0] ?? {}).filter((key) => {
    const values = pairs.map((labels) => entryOf(labels, key));
    return !values.includes(undefined) && values.some((value) => value !== values[0]);
  });
  return pairs.map((labels) => Object.fromEntries(keys.map((key) => [key, String(labels[key])])));
}

function labelFields(
  objects: readonly VersionedObject[],
  pairs: readonly Readonly<Record<string, string>>[],
): readonly LabelField[] {
  const byKind = new Map<string, VersionedObject[]>();
  for (const object of objects) {
    const kind = presentVersions(object)[0]?.kind ?? '';
    const same = byKind.get(kind);
    if (same) same.push(object);
    else byKind.set(kind, [object]);
  }
  const carries = (version: ManifestObject | undefined, environment: number, path: readonly string[]) =>
    version === undefined || hasPairs(at(version, path), pairs[environment] ?? {});
  return Array.from(byKind).flatMap(([kind, same]) => {
    const [example] = same.flatMap(presentVersions);
    return labelPaths(example ?? {}, [])
      .filter((path) =>
        same.every(({ versions }) => versions.every((one, index) => carries(one, index, path))),
      )
      .map((path): LabelField => ({ path: path.join('/'), kind, create: true }));
  });
}

/** Paths through maps to what is called labels, besides `metadata.labels`, as far as a field path can say them. */
function labelPaths(map: DataMap, place: readonly string[]): readonly (readonly string[])[] {
  return Object.entries(map).flatMap(([key, value]) => {
    if (!isMap(value) || !/^[A-Za-z]+$/.test(key)) return [];
    const path = [...place, key];
    return key === 'labels' ? (path.length > METADATA.length ? [path] : []) : labelPaths(value, path);
  });
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((map, key) => (isMap(map) ? entryOf(map, key) : undefined), value);
}

function hasPairs(labels: unknown, pairs: Readonly<Record<string, string>>): boolean {
  return isMap(labels) && Object.entries(pairs).every(([key, value]) => entryOf(labels, key) === value);
}

/** The data without those keys of the map at `path`, and without that map when nothing is left of it. */
function withoutKeys(map: DataMap, path: readonly string[], keys: readonly string[]): DataMap {
  const [step, ...rest] = path;
  if (step === undefined)
    return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
  const child = map[step];
  if (!isMap(child)) return map;
  const left = withoutKeys(child, rest, keys);
  if (rest.length > 0 || Object.keys(left).length > 0) return { ...map, [step]: left };
  const { [step]: _, ...others } = map;
  return others;
}

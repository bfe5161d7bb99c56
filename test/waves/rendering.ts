import type { ManifestObject } from '../../src/model/manifest.ts';

/** Data of an object, looked into without its type. */
export type Data = Readonly<Record<string, unknown>>;

/** The objects of an environment, by what they are. */
export interface Rendering {
  readonly all: readonly ManifestObject[];
  readonly find: (kind: string, namespace: string | undefined, name: string) => ManifestObject | undefined;
  /** Of a kind, in a namespace. */
  readonly inside: (kind: string, namespace: string | undefined) => readonly ManifestObject[];
}

/** Indexes the objects of an environment. */
export function renderingOf(all: readonly ManifestObject[]): Rendering {
  const byName = new Map(all.map((object) => [keyOf(object.kind, object.metadata), object]));
  const byPlace = new Map<string, ManifestObject[]>();
  for (const object of all) {
    const key = `${object.kind} ${object.metadata.namespace ?? ''}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), object]);
  }
  return {
    all,
    find: (kind, namespace, name) => byName.get(keyOf(kind, { namespace, name })),
    inside: (kind, namespace) => byPlace.get(`${kind} ${namespace ?? ''}`) ?? [],
  };
}

function keyOf(
  kind: string,
  { namespace, name }: { readonly namespace?: string | undefined; readonly name: string },
) {
  return `${kind} ${namespace ?? ''}/${name}`;
}

/** What is at a path of keys; undefined where there is nothing. */
export function at(data: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isData(value) ? value[key] : undefined), data);
}

/** The text at a path; undefined where there is none. */
export function textAt(data: unknown, ...path: readonly string[]): string | undefined {
  const value = at(data, ...path);
  return typeof value === 'string' ? value : undefined;
}

/** The list at a path; empty where there is none. */
export function listAt(data: unknown, ...path: readonly string[]): readonly unknown[] {
  const value = at(data, ...path);
  return Array.isArray(value) ? value : [];
}

/** Every text under a key of that name, at any depth. */
export function textsUnder(data: unknown, key: string): readonly string[] {
  if (Array.isArray(data)) return data.flatMap((item) => textsUnder(item, key));
  if (!isData(data)) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === key && typeof value === 'string' ? [value] : textsUnder(value, key),
  );
}

/** Whether labels hold all of a selector's; an empty selector takes everything. */
export function selects(selector: unknown, labels: unknown): boolean {
  return !isData(selector) || Object.entries(selector).every(([key, value]) => at(labels, key) === value);
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { ManifestObject } from '../model/manifest.ts';

/** Where two sets of objects part. An object that only one side has differs at its root, the other side is undefined. */
export interface Difference {
  readonly object: string;
  readonly path: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/**
 * The first difference between two sets of objects, undefined when they are the same set: each object once on both sides,
 * by apiVersion, kind, namespace and name, and deeply equal. Only the order of objects and of keys does not count.
 */
export function firstDifference(
  expected: readonly ManifestObject[],
  found: readonly ManifestObject[],
): Difference | undefined {
  const left = new Map<string, ManifestObject>();
  for (const object of expected) {
    const name = nameOf(object);
    if (left.has(name))
      return { object: name, path: '', expected: 'one object', found: 'two in what is expected' };
    left.set(name, object);
  }
  const seen = new Set<string>();
  for (const object of found) {
    const name = nameOf(object);
    if (seen.has(name)) return { object: name, path: '', expected: 'one object', found: 'two of them' };
    seen.add(name);
    const difference = firstIn(left.get(name), object, '');
    if (difference) return { object: name, ...difference };
    left.delete(name);
  }
  const [missing] = left;
  return missing && { object: missing[0], path: '', expected: missing[1], found: undefined };
}

type Place = Omit<Difference, 'object'>;

function nameOf({ apiVersion, kind, metadata }: ManifestObject): string {
  return `${apiVersion} ${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`;
}

function firstIn(expected: unknown, found: unknown, path: string): Place | undefined {
  if (expected === found) return undefined;
  const isListed = Array.isArray(expected);
  if (!isCollection(expected) || !isCollection(found) || isListed !== Array.isArray(found)) {
    return { path, expected, found };
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const place = isListed ? `${path}[${key}]` : `${path}.${key}`;
    const difference = firstIn(entry(expected, key), entry(found, key), path === '' ? key : place);
    if (difference) return difference;
  }
  return undefined;
}

function isCollection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function entry(collection: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(collection, key) ? collection[key] : undefined;
}

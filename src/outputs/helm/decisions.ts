import { isMap } from '../../maps/is-map.ts';
import type { Json } from '../../model/manifest.ts';
import { pathKey, type ValuePath } from './value-path.ts';

/** What a person decided for an environment, by its path in the input (see `pathKey`): scalars, and lists of scalars. */
export type Decisions = ReadonlyMap<string, Json>;

/** Every decision of a document: the platform's with the environment's laid over it, facts filled in. */
export function decisionsOf(document: unknown): Decisions {
  const decisions = new Map<string, Json>();
  collect(document, [], decisions);
  return decisions;
}

function collect(value: unknown, path: ValuePath, decisions: Map<string, Json>): void {
  if (isMap(value)) {
    for (const [key, item] of Object.entries(value)) collect(item, [...path, key], decisions);
  } else if (isScalar(value) || (Array.isArray(value) && value.length > 0 && value.every(isScalar))) {
    decisions.set(pathKey(path), value as Json);
  }
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

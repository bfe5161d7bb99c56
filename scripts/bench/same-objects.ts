import type { ManifestObject } from '../../src/model/manifest.ts';

/**
 * Throws unless two renderings hold the same objects, in whatever order objects and keys are.
 * Says the first object that one of them lacks.
 */
export function assertSameObjects(
  name: string,
  expected: readonly ManifestObject[],
  found: readonly ManifestObject[],
): void {
  const rest = new Map<string, number>();
  for (const object of expected) count(rest, canonical(object), 1);
  for (const object of found) count(rest, canonical(object), -1);
  for (const [text, difference] of rest) {
    if (difference === 0) continue;
    throw new Error(`${name} ${difference > 0 ? 'lacks' : 'has, and Charthouse has not,'} ${text}`);
  }
}

function count(rest: Map<string, number>, text: string, step: number): void {
  rest.set(text, (rest.get(text) ?? 0) + step);
}

/** One text for equal data: keys sorted at every depth. */
function canonical(object: ManifestObject): string {
  return JSON.stringify(object, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

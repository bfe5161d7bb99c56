import { type ImageVersion, pathOfImage } from './image-version.ts';

/**
 * Throws when the data of a file after an edit is anything but the data before with these versions in it: that would
 * be a fault of the edit, and must not be written.
 */
export function assertOnlyVersionsDiffer(
  before: unknown,
  after: unknown,
  versions: ReadonlyMap<string, ImageVersion>,
): void {
  const expected = JSON.parse(JSON.stringify(before)) as Data;
  for (const [name, version] of versions) place(expected, pathOfImage(name), version);
  if (canonical(expected) !== canonical(after)) throw new Error('the edit would have changed something else');
}

type Data = { [key: string]: unknown };

function place(data: Data, [first, ...rest]: readonly string[], version: ImageVersion): void {
  if (first !== undefined) {
    data[first] ??= {};
    place(data[first] as Data, rest, version);
    return;
  }
  for (const key of ['tag', 'digest'] as const) {
    if (version[key] !== undefined) data[key] = version[key];
    else if (data[key] !== null) delete data[key];
  }
}

/** JSON with keys in the order of the alphabet. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

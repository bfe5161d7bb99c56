import { depthOf, placeOf } from '../config/report.ts';
import { isMap, type Path, type Source } from '../config/source.ts';
import type { InputPlace } from '../model/finding.ts';
import type { Description } from './variants.ts';

/** Where something of a merged document is written. */
export interface Place {
  readonly place: InputPlace;
  /** What it replaced: the platform's own, where an environment says something else. */
  readonly overrides: readonly InputPlace[];
}

/**
 * The place of what counts at a path of the merged document: the environment's where it says anything there. Of a map that
 * both have, the platform's: what the environment says in it is about something else.
 */
export function placesOf(path: Path, { platform, environment }: Description): Place {
  const own = isIn(path, environment);
  const below = isIn(path, platform);
  const isDescribed = isMap(valueAt(path, environment)) && isMap(valueAt(path, platform));
  const place = placeIn((own && !isDescribed) || !below ? environment : platform, path);
  return { place, overrides: own && below && !isDescribed ? [placeIn(platform, path)] : [] };
}

function isIn(path: Path, source: Source): boolean {
  return depthOf(path, source.root) === path.length;
}

/** The value of what fits on its line, the key of what is below it. */
function placeIn(source: Source, path: Path): InputPlace {
  const value = valueAt(path, source);
  const what = typeof value === 'object' ? 'key' : 'value';
  return { file: source.path, ...placeOf(source, path, what) };
}

function valueAt(path: Path, { root }: Source): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
}

import { isMap } from '../../maps/is-map.ts';
import type { Json } from '../../model/manifest.ts';
import type { Vector } from './value-path.ts';

/** Lists longer than this are compared as a whole: pairing items takes time with the square of the length. */
const LONGEST = 40;

/**
 * Pairs the items of lists of different lengths: each row is one item over all environments. The longest list has an
 * item in every row, the others stand beside what is most like them, in their order. Undefined where lists are too long.
 */
export function alignItems(lists: readonly (readonly Json[] | undefined)[]): readonly Vector[] | undefined {
  const longest = lists.reduce<readonly Json[]>(
    (best, list) => ((list?.length ?? 0) > best.length ? (list as readonly Json[]) : best),
    [],
  );
  if (longest.length > LONGEST) return undefined;
  const rows = longest.map(() => new Array<Json | undefined>(lists.length).fill(undefined));
  lists.forEach((list, environment) => {
    const places = list ? bestPlaces(list, longest) : [];
    places.forEach((place, index) => {
      (rows[place] as (Json | undefined)[])[environment] = list?.[index];
    });
  });
  return rows;
}

/** For each item the place in the longer list, ascending, so that they are as alike as can be. */
function bestPlaces(list: readonly Json[], longest: readonly Json[]): readonly number[] {
  const spare = longest.length - list.length;
  if (spare === 0) return list.map((_, index) => index);
  let best: readonly { readonly score: number; readonly places: readonly number[] }[] = Array.from(
    { length: spare + 1 },
    () => ({ score: 0, places: [] }),
  );
  for (const [index, item] of list.entries()) {
    let soFar = { score: Number.NEGATIVE_INFINITY, places: [] as readonly number[] };
    best = best.map((before, skipped) => {
      const place = index + skipped;
      const score = before.score + likeness(item, longest[place]);
      if (score > soFar.score) soFar = { score, places: [...before.places, place] };
      return soFar;
    });
  }
  return best.at(-1)?.places ?? [];
}

/** One for each leaf the two share; half of one where the second is the stable variant and the first knows none. */
function likeness(a: Json | undefined, b: Json | undefined): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.reduce<number>((sum, item, index) => sum + likeness(item as Json, b[index] as Json), 0);
  }
  if (!isMap(a) || !isMap(b)) return a !== undefined && a === b ? 1 : 0;
  const bonus = a['subset'] === undefined && b['subset'] === 'stable' ? 0.5 : 0;
  return Object.keys(a).reduce((sum, key) => sum + likeness(a[key], b[key]), bonus);
}

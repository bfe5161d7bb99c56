import { isMap } from '../../maps/is-map.ts';
import { isEqual } from './plain-data.ts';

/**
 * Which items of several lists correspond: tuples of one index for each list, rising in every list.
 * Items correspond by what they are (a scalar, or a map's `name`) where that tells the items of each list apart, else
 * by place in lists of one length, else as long as the lists are equal from their beginning and from their end.
 */
export function alignLists(lists: readonly (readonly unknown[])[]): readonly (readonly number[])[] {
  const places = lists.map(placesByIdentity);
  if (places.every((map) => map !== undefined)) return alignByIdentity(places);
  const [first = []] = lists;
  if (lists.every((list) => list.length === first.length)) return first.map((_, at) => lists.map(() => at));
  return alignEnds(first, lists);
}

type Places = ReadonlyMap<string, number>;

/** The index of each item by what it is; undefined when that does not tell the items of the list apart. */
function placesByIdentity(list: readonly unknown[]): Places | undefined {
  const places = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    const identity = identityOf(item);
    if (identity === undefined) return undefined;
    places.set(identity, index);
  }
  return places.size === list.length ? places : undefined;
}

function identityOf(item: unknown): string | undefined {
  if (isMap(item)) return typeof item['name'] === 'string' ? `named ${item['name']}` : undefined;
  return Array.isArray(item) ? undefined : `${typeof item} ${item}`;
}

/** Takes each item of the first list that stands in all others behind what was taken before. */
function alignByIdentity(places: readonly Places[]): readonly (readonly number[])[] {
  const aligned: (readonly number[])[] = [];
  let last: readonly number[] = places.map(() => -1);
  for (const identity of places[0]?.keys() ?? []) {
    const indexes = places.map((map) => map.get(identity) ?? -1);
    if (!indexes.every((index, list) => index > (last[list] ?? -1))) continue;
    aligned.push(indexes);
    last = indexes;
  }
  return aligned;
}

function alignEnds(first: readonly unknown[], lists: readonly (readonly unknown[])[]) {
  const shortest = Math.min(...lists.map((list) => list.length));
  let head = 0;
  while (head < shortest && lists.every((list) => isEqual(list[head], first[head]))) head++;
  let tail = 0;
  while (head + tail < shortest && lists.every((list) => isEqual(list.at(-1 - tail), first.at(-1 - tail))))
    tail++;
  const heads = Array.from({ length: head }, (_, index) => lists.map(() => index));
  const tails = Array.from({ length: tail }, (_, index) => lists.map((list) => list.length - tail + index));
  return [...heads, ...tails];
}

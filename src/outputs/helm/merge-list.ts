import { isMap } from '../../maps/is-map.ts';
import type { Json } from '../../model/manifest.ts';
import { alignItems } from './align-items.ts';
import { presence } from './conditions.ts';
import type { FactTable } from './fact-table.ts';
import { itemLabel } from './item-label.ts';
import { type Item, isSettled, type Node } from './node.ts';
import { below, type Site } from './site.ts';
import { isInOrder, unionKeys } from './union-keys.ts';
import type { Vector } from './value-path.ts';

type Lists = readonly (readonly Json[] | undefined)[];
type MergeItem = (site: Site, vector: Vector) => Node;

/**
 * Merges lists item by item where items correspond: by place, by name, or by likeness where a known condition says
 * which are missing. Address ranges become one value, and so does every other list.
 */
export function mergeList(site: Site, lists: Lists, table: FactTable, mergeItem: MergeItem): Node {
  const byPlace = mergeByPlace(site, lists, mergeItem);
  if (byPlace && isSettled(byPlace)) return byPlace;
  return (
    asRanges(site, lists, table) ??
    mergeByName(site, lists, table, mergeItem) ??
    mergeByLikeness(site, lists, table, mergeItem) ??
    (byPlace && isReadable(byPlace) ? byPlace : { type: 'value', site, vector: lists })
  );
}

function mergeByPlace(site: Site, lists: Lists, mergeItem: MergeItem): Node | undefined {
  const present = lists.filter((list) => list !== undefined);
  const length = present[0]?.length ?? 0;
  if (present.some((list) => list.length !== length)) return undefined;
  const labels = labelsByPlace(present as readonly (readonly Json[])[]);
  const items: Item[] = [];
  for (let index = 0; index < length; index++) {
    const vector = lists.map((list) => list?.[index]);
    const node = mergeItem(below(site, labels?.[index] ?? String(index)), vector);
    items.push({ node, when: undefined });
  }
  if (items.every(({ node }) => node.type === 'literal'))
    return { type: 'literal', value: present[0] as Json };
  return { type: 'list', items };
}

/** What the items go by, where they have the same labels in every environment. */
function labelsByPlace([first = [], ...others]: readonly (readonly Json[])[]): readonly string[] | undefined {
  const labels = uniqueLabels(first);
  const isShared = labels?.every((label, index) => others.every((list) => itemLabel(list[index]) === label));
  return isShared ? labels : undefined;
}

/** `to: [{ipBlock: {cidr: ...}}, ...]`: peers of a policy that differ in number. */
function asRanges(site: Site, lists: Lists, table: FactTable): Node | undefined {
  const vector = lists.map((list) => list?.map(rangeOf));
  const isRanges = vector.every(
    (list) => list === undefined || (list.length > 0 && !list.includes(undefined)),
  );
  if (!isRanges) return undefined;
  const ranges = vector as Vector;
  const [fact] = table.withValues(ranges);
  return { type: 'ranges', site, path: fact?.path, vector: fact?.vector ?? ranges };
}

function rangeOf(item: Json): string | undefined {
  const cidr = onlyEntry(onlyEntry(item, 'ipBlock'), 'cidr');
  return typeof cidr === 'string' ? cidr : undefined;
}

/** The value of a map's only key. */
function onlyEntry(map: Json | undefined, key: string): Json | undefined {
  if (!isMap(map)) return undefined;
  return Object.keys(map).every((other) => other === key || map[other] === undefined) ? map[key] : undefined;
}

function mergeByName(site: Site, lists: Lists, table: FactTable, mergeItem: MergeItem): Node | undefined {
  const labels = lists.map((list) => list && uniqueLabels(list));
  const present = labels.filter((list, index) => list !== undefined || lists[index] !== undefined);
  if (present.some((list) => list === undefined)) return undefined;
  const known = present as readonly (readonly string[])[];
  const names = unionKeys(known);
  if (!known.every((list) => isInOrder(list, names))) return undefined;
  const rows = names.map((name) => {
    const vector = lists.map((list, index) => list?.[(labels[index] as readonly string[]).indexOf(name)]);
    return { key: name, vector };
  });
  return listOf(site, lists, rows, table, mergeItem);
}

function uniqueLabels(list: readonly Json[]): readonly string[] | undefined {
  const labels = list.map(itemLabel).filter((label) => label !== undefined);
  return labels.length === list.length && new Set(labels).size === list.length ? labels : undefined;
}

function mergeByLikeness(site: Site, lists: Lists, table: FactTable, mergeItem: MergeItem): Node | undefined {
  if (site.object.kind !== 'VirtualService') return undefined;
  const rows = alignItems(lists)?.map((vector, index) => ({
    key: vector.map(itemLabel).find((label) => label !== undefined) ?? String(index),
    vector,
  }));
  if (rows === undefined) return undefined;
  const node = listOf(site, lists, rows, table, mergeItem);
  return node?.items.every(({ when }) => when === undefined || when.known !== undefined) ? node : undefined;
}

interface Row {
  readonly key: string;
  readonly vector: Vector;
}

/** Undefined where an environment could be left without any item: the list would be no list then. */
function listOf(
  site: Site,
  lists: Lists,
  rows: readonly Row[],
  table: FactTable,
  mergeItem: MergeItem,
): Extract<Node, { type: 'list' }> | undefined {
  const among = lists.map((list) => list !== undefined);
  const items = rows.map(({ key, vector }): Item => {
    const place = below(site, key);
    const isIn = vector.map((item) => item !== undefined);
    const isEverywhere = isIn.every((there, index) => there === among[index]);
    const node = mergeItem(place, vector);
    return { node, when: isEverywhere ? undefined : presence(place, isIn, among, table) };
  });
  return items.some(({ when }) => when === undefined) ? { type: 'list', items } : undefined;
}

/** A list of scalars reads better as a whole, and so do items of different shapes. */
function isReadable(node: Node): boolean {
  return (
    node.type === 'list' && node.items.every(({ node: item }) => item.type !== 'value' && !hasUnknown(item))
  );
}

function hasUnknown(node: Node): boolean {
  if (node.type === 'map') {
    const isUnknown = node.orEmpty !== undefined && node.orEmpty.known === undefined;
    return isUnknown || node.entries.some((entry) => isUnknownItem(entry));
  }
  return node.type === 'list' && node.items.some((item) => isUnknownItem(item));
}

function isUnknownItem({ node, when }: Item): boolean {
  return (when !== undefined && when.known === undefined) || hasUnknown(node);
}

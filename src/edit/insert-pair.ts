import { isMap, type YAMLMap } from 'yaml';
import { insertInFlow } from './insert-in-flow.ts';
import { pairText, styleOf, type Tree } from './new-yaml.ts';
import {
  beforeOnLine,
  endOf,
  keyOf,
  lineEndAfter,
  type Pair,
  type ParsedText,
  startOf,
} from './parsed-text.ts';
import type { Splice } from './splice.ts';

/**
 * Writes a new pair into a map, in the style of its neighbours: at its place in the alphabet when their names are
 * sorted, else at the end. `owner` is the key of the map, undefined for the map that is the whole file.
 */
export function insertPair(
  parsed: ParsedText,
  map: YAMLMap,
  owner: unknown,
  key: string,
  value: Tree,
): readonly Splice[] {
  const index = owner === undefined ? map.items.length : indexFor(map, key);
  const style = styleOf(parsed, map, teacher(map, index, value));
  if (map.flow) return insertInFlow(parsed, map, index, pairText(key, value, style, '', ''));
  const { text, lineEnd } = parsed;
  const indent = indentOf(text, startOf(map.items[0]?.key));
  const isSection = owner === undefined;
  const written = pairText(key, value, isSection ? { ...style, layout: 'section' } : style, indent, lineEnd);
  const previous = map.items[index - 1];
  const at = previous ? endOfBlock(text, endOf(previous), indent) : lineEndAfter(text, startOf(owner));
  const gap = isSection && hasGaps(parsed, map) ? lineEnd : '';
  return [{ start: at, end: at, text: `${gap}${lineEnd}${indent}${written}` }];
}

/** The fields of an image have an order of their own; names of services and variants may follow the alphabet. */
function indexFor({ items }: YAMLMap, key: string): number {
  const keys = items.map((pair) => keyOf(pair) ?? '');
  const isSorted = keys.every((name, index) => index === 0 || (keys[index - 1] as string) < name);
  const rank = FIELDS.indexOf(key);
  const isLater = (name: string) => (rank < 0 ? isSorted && name > key : FIELDS.indexOf(name) > rank);
  const place = keys.findIndex(isLater);
  return place < 0 ? items.length : place;
}

const FIELDS = ['tag', 'digest', 'variants'];

/** The neighbour to learn the style from: the one before, or the nearest that holds a map where a map is written. */
function teacher({ items }: YAMLMap, index: number, value: Tree): Pair | undefined {
  const neighbour = items[index - 1] ?? items[index];
  const fits = (pair: Pair) => isMap(pair.value) === (typeof value !== 'string');
  return neighbour && fits(neighbour) ? neighbour : (items.find(fits) ?? neighbour);
}

/** The end of the last line of a pair, comments below it included that are indented deeper than its key. */
function endOfBlock(text: string, end: number, indent: string): number {
  let at = lineEndAfter(text, text[end - 1] === '\n' ? end - 1 : end);
  if (text[at - 1] === '\r' && text[at] === '\n') at -= 1;
  const deeper = new RegExp(`^\\r?\\n${indent} +#[^\\r\\n]*`);
  for (let found = deeper.exec(text.slice(at)); found; found = deeper.exec(text.slice(at))) {
    at += found[0].length;
  }
  return at;
}

/** Whether a blank line stands before the last section, so that one should before the next. */
function hasGaps({ text }: ParsedText, { items }: YAMLMap): boolean {
  const last = items.at(-1);
  return last !== undefined && /\n\r?\n(#[^\n]*\n)*$/.test(text.slice(0, startOf(last.key)));
}

function indentOf(text: string, offset: number): string {
  return beforeOnLine(text, offset).replace(/[^ ].*$/, '');
}

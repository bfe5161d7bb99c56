import { isMap, type YAMLMap } from 'yaml';
import { flowText, pairText, styleOf, type Tree } from './new-yaml.ts';
import {
  beforeOnLine,
  endOf,
  endOfKey,
  lineEndAfter,
  type Pair,
  type ParsedText,
  startOf,
} from './parsed-text.ts';
import type { Splice } from './splice.ts';

/**
 * Writes a map behind a key that has nothing or null: in place of a null that is written out, on lines of its own
 * where it holds maps in a block, and else behind the colon.
 */
export function fillPair(parsed: ParsedText, map: YAMLMap, pair: Pair, value: Tree): Splice {
  const { text, lineEnd } = parsed;
  const style = styleOf(parsed, map, map.items.find((other) => isMap(other.value)) ?? pair);
  const end = endOf(pair);
  if (pair.value === null) return { start: end, end, text: `: ${flowText(value, style)}` };
  const start = startOf(pair.value);
  if (end > start) return { start, end, text: flowText(value, style) };
  const colon = text.indexOf(':', endOfKey(pair)) + 1;
  if (map.flow || !holdsMaps(value)) return { start: colon, end: colon, text: ` ${flowText(value, style)}` };
  const indent = beforeOnLine(text, startOf(pair.key));
  const section = pairText('', value, { ...style, keyQuote: '', layout: 'section' }, indent, lineEnd);
  const at = lineEndAfter(text, colon);
  return { start: at, end: at, text: section.slice(1) };
}

function holdsMaps(value: Tree): boolean {
  return Object.values(value).every((child) => typeof child !== 'string');
}

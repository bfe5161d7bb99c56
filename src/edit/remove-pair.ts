import type { YAMLMap } from 'yaml';
import { endOf, lineEndAfter, lineStartBefore, type Pair, type ParsedText, startOf } from './parsed-text.ts';
import type { Splice } from './splice.ts';

/**
 * Takes a pair with a scalar out of a map that has others, with its line where it has one. Undefined when a comment
 * between the pairs in brackets would go with it.
 */
export function removePair(parsed: ParsedText, map: YAMLMap, pair: Pair): Splice | undefined {
  const splice = map.flow ? outOfFlow(map, pair) : outOfBlock(parsed.text, pair);
  const outside = parsed.text.slice(splice.start, splice.end);
  return map.flow && outside.includes('#') ? undefined : splice;
}

function outOfFlow({ items }: YAMLMap, pair: Pair): Splice {
  const index = items.indexOf(pair);
  const next = items[index + 1];
  if (next) return { start: startOf(pair.key), end: startOf(next.key), text: '' };
  return { start: endOf(items[index - 1] as Pair), end: endOf(pair), text: '' };
}

/** The last line of a text without a final line break goes with the break before it. */
function outOfBlock(text: string, pair: Pair): Splice {
  const start = lineStartBefore(text, startOf(pair.key));
  const end = lineEndAfter(text, endOf(pair));
  if (end < text.length) return { start, end: text.indexOf('\n', end) + 1, text: '' };
  return { start: start - (/\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0), end, text: '' };
}

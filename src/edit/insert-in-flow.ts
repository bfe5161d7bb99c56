import type { YAMLMap } from 'yaml';
import { beforeOnLine, endOf, type Pair, type ParsedText, startOf } from './parsed-text.ts';
import type { Splice } from './splice.ts';

/** Puts a written pair into a map in brackets, before the pair of an index, or at the end. */
export function insertInFlow(
  parsed: ParsedText,
  map: YAMLMap,
  index: number,
  written: string,
): readonly Splice[] {
  const last = map.items.at(-1);
  if (!last) return [insertInEmpty(parsed, map, written)];
  const next = map.items[index];
  return next ? [insertBefore(parsed, next, written)] : insertAtEnd(parsed, last, written);
}

function insertInEmpty({ text, lineEnd }: ParsedText, map: YAMLMap, written: string): Splice {
  const start = startOf(map) + 1;
  const end = start + text.slice(start).search(/\S/);
  return text[end] === '}'
    ? { start, end, text: written }
    : { start, end: start, text: `${written}${lineEnd}` };
}

function insertBefore({ text, lineEnd }: ParsedText, next: Pair, written: string): Splice {
  const start = startOf(next.key);
  const indent = beforeOnLine(text, start);
  const separator = indent.trim() === '' ? `,${lineEnd}${indent}` : ', ';
  return { start, end: start, text: `${written}${separator}` };
}

/** The new pair gets a line of its own where the last one has; a comment behind that one stays there. */
function insertAtEnd({ text, lineEnd }: ParsedText, last: Pair, written: string): readonly Splice[] {
  const end = endOf(last);
  const indent = beforeOnLine(text, startOf(last.key));
  const rest = /^[ \t]*(,?)[ \t]*(#[^\r\n]*)?(?=\r?\n)/.exec(text.slice(end));
  if (indent.trim() !== '' || !rest) return [{ start: end, end, text: `, ${written}` }];
  const line = end + rest[0].length;
  const hasComma = rest[1] === ',';
  return [
    ...(hasComma ? [] : [{ start: end, end, text: ',' }]),
    { start: line, end: line, text: `${lineEnd}${indent}${written}${hasComma ? ',' : ''}` },
  ];
}

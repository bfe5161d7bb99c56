import { type Document, isMap, isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';

/** A YAML text and where everything in it stands. */
export interface ParsedText {
  readonly text: string;
  readonly document: Document.Parsed;
  /** Line and column of an offset, from 1. */
  readonly place: (offset: number) => { readonly line: number; readonly column: number };
  /** Where each anchor is first repeated, by its name. */
  readonly aliases: ReadonlyMap<string, number>;
  /** What its lines end with. */
  readonly lineEnd: '\n' | '\r\n';
}

/** A key, with the value behind it, as the parser gives it: the value is null in `{key}`. */
export type Pair = YAMLMap['items'][number];

/** Parses a text that is known to be good YAML, without byte order mark. */
export function parseText(text: string): ParsedText {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    schema: 'core',
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: false,
  });
  const aliases = new Map<string, number>();
  visit(document, {
    Alias: (_, alias) => {
      if (!aliases.has(alias.source)) aliases.set(alias.source, startOf(alias));
    },
  });
  return {
    text,
    document,
    place: (offset) => {
      const { line, col } = lineCounter.linePos(offset);
      return { line, column: col };
    },
    aliases,
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The pair of a key; undefined when the map has none. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyOf(pair) === key);
}

/** The text of a key. Keys that are aliases have none. */
export function keyOf({ key }: Pair): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

/** Whether nothing is written behind a key, or null in any of its forms. */
export function isNull({ value }: Pair): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

/** Where something begins: `what` is a key or a value that the text has. */
export function startOf(what: unknown): number {
  return rangeOf(what)[0];
}

/** Where a pair ends: behind its value, or its key when it has none. Comments behind do not belong to it. */
export function endOf({ key, value }: Pair): number {
  if (value === null) return rangeOf(key)[1];
  if (isMap(value) && !value.flow) {
    const last = value.items.at(-1);
    if (last) return endOf(last);
  }
  return rangeOf(value)[1];
}

/** Where the key of a pair ends. */
export function endOfKey({ key }: Pair): number {
  return rangeOf(key)[1];
}

/** Offset of the end of the line that an offset is in, before the characters that end it. */
export function lineEndAfter(text: string, offset: number): number {
  const found = text.slice(offset).search(/\r?\n/);
  return found < 0 ? text.length : offset + found;
}

/** Offset of the start of the line that an offset is in. */
export function lineStartBefore(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** What stands before an offset on its line. */
export function beforeOnLine(text: string, offset: number): string {
  return text.slice(lineStartBefore(text, offset), offset);
}

function rangeOf(node: unknown): readonly [number, number, number] {
  return (node as { range: [number, number, number] }).range;
}

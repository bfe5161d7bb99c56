import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { withoutByteOrderMark } from './read.ts';
import { syntaxErrors } from './syntax-errors.ts';

export { syntaxErrors };

/** Line and column of something in a text, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds a key, or the value behind it; undefined where the text has no such path. An item of a list has no
 * key but itself.
 */
export type PositionLookup = (
  path: readonly (string | number)[],
  what: 'key' | 'value',
) => Position | undefined;

/**
 * Where the keys and values stand in a text that `readYaml` reads. The first lookup parses the text, with a
 * parser that keeps positions and is slower. A path may lead through aliases, into what they stand for.
 */
export function positionsOf(text: string): PositionLookup {
  let source: Source | undefined;
  return (path, what) => {
    source ??= parse(text);
    const offset = offsetOf(source.document, path, what);
    if (offset === undefined) return undefined;
    const { line, col } = source.lineCounter.linePos(offset);
    return { line, column: col };
  };
}

interface Source {
  readonly document: Document.Parsed;
  readonly lineCounter: LineCounter;
}

function parse(text: string): Source {
  const lineCounter = new LineCounter();
  const document = parseDocument(withoutByteOrderMark(text), {
    lineCounter,
    schema: 'core',
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: false,
  });
  return { document, lineCounter };
}

function offsetOf(
  document: Document.Parsed,
  path: readonly (string | number)[],
  what: 'key' | 'value',
): number | undefined {
  let place: Place | undefined = { key: document.contents, value: document.contents };
  for (const segment of path) {
    place = childOf(document, place.value, segment);
    if (place === undefined) return undefined;
  }
  return startOf(what === 'key' ? place.key : (place.value ?? place.key));
}

/** What stands at the end of a path. A key can go without a value, as in `{ a }`: then it stands for both. */
interface Place {
  readonly key: unknown;
  readonly value: unknown;
}

function childOf(document: Document.Parsed, parent: unknown, segment: string | number): Place | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) {
    const item = node.items[Number(segment)];
    return item === undefined ? undefined : { key: item, value: item };
  }
  return isMap(node) ? pairOf(document, node, String(segment)) : undefined;
}

function pairOf(document: Document.Parsed, map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => {
    const node: unknown = isAlias(key) ? key.resolve(document) : key;
    return isScalar(node) && node.value === name;
  });
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}

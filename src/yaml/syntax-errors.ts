import { type Document, isScalar, parseDocument, visit, type YAMLMap, type YAMLParseError } from 'yaml';
import { writtenTwice } from './map-key.ts';
import { inPlainWords } from './plain-words.ts';
import { positionsIn } from './position.ts';
import { readNodes, withoutByteOrderMark } from './read.ts';
import { errorAt, YamlError } from './yaml-error.ts';

/**
 * Everything that `readYaml` has against a text, in the order of the lines; empty when it reads it. Where the
 * syntax is wrong, a slower parser that does not stop at the first error reads it again, and one error is
 * told of each line.
 */
export function syntaxErrors(text: string): YamlError[] {
  try {
    return inOrder(readNodes(text).errors);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const source = withoutByteOrderMark(text);
    const errors = canNestDeeply(source) ? [] : parserErrors(source);
    return errors.length > 0 ? errors : [error];
  }
}

/**
 * Whether collections could lie hundreds deep in one another. The slower parser has no limit but the stack,
 * and a regular expression that V8 has to compile at the end of the stack ends the process.
 */
function canNestDeeply(text: string): boolean {
  // Every level of a block takes a space of the line it begins in: as indentation, or behind a dash or a colon.
  if (/^(?:[^ \t\n]*[ \t]){500}/m.test(text)) return true;
  let open = 0;
  for (const [bracket] of text.matchAll(/[[{}\]]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(open - 1, 0);
    if (open > 500) return true;
  }
  return false;
}

function parserErrors(text: string): YamlError[] {
  const document = parseDocument(text, { schema: 'core', prettyErrors: false, logLevel: 'silent' });
  const errors = inOrder(document.errors.map((error) => translated(text, document, error)));
  return errors.filter((error, index) => error.line !== errors[index - 1]?.line);
}

function translated(text: string, document: Document.Parsed, error: YAMLParseError): YamlError {
  const [offset] = error.pos;
  if (error.code === 'DUPLICATE_KEY') return duplicateKey(text, document, offset);
  const opening = error.message.startsWith('Missing closing') ? quoteBefore(document, offset) : undefined;
  return errorAt(text, opening ?? offset, inPlainWords(error.message));
}

function duplicateKey(text: string, document: Document.Parsed, offset: number): YamlError {
  let message = 'this key is written twice';
  visit(document, {
    Map: (_, map) => {
      const key = keysOf(map).find(({ start }) => start === offset)?.key;
      const first = keysOf(map).find((candidate) => candidate.key === key);
      if (key === undefined || first === undefined) return undefined;
      message = writtenTwice(key, positionsIn(text)(first.start).line);
      return visit.BREAK;
    },
  });
  return errorAt(text, offset, message);
}

function keysOf(map: YAMLMap): { key: string; start: number }[] {
  return map.items.flatMap(({ key }) =>
    isScalar(key) && key.range ? [{ key: String(key.value), start: key.range[0] }] : [],
  );
}

/** Where the quoted text begins that has no end before `offset`. */
function quoteBefore(document: Document.Parsed, offset: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar: (_, scalar) => {
      if (scalar.type?.startsWith('QUOTE_') && scalar.range && scalar.range[1] <= offset)
        start = scalar.range[0];
    },
  });
  return start;
}

function inOrder(errors: readonly YamlError[]): YamlError[] {
  return errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

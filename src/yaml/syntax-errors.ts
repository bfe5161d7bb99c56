import { type Document, isScalar, parseDocument, visit, type YAMLMap, type YAMLParseError } from 'yaml';
import { writtenTwice } from './map-key.ts';
import { inPlainWords } from './plain-words.ts';
import { readEvents, withoutByteOrderMark } from './read.ts';
import { errorAt, positionAt, YamlError } from './yaml-error.ts';

/**
 * Everything that `readYaml` has against a text, in the order of the lines; empty when it reads it. Where the syntax is wrong,
 * a slower parser that does not stop at the first error reads it again, and one error is told of each line.
 */
export function syntaxErrors(text: string): YamlError[] {
  try {
    return inOrder(readEvents(text).errors);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const errors = parserErrors(withoutByteOrderMark(text));
    return errors.length > 0 ? errors : [error];
  }
}

function parserErrors(text: string): YamlError[] {
  const document = parseDocument(text, { schema: 'core', prettyErrors: false, logLevel: 'silent' });
  // Nested so deeply that this parser ran out of stack: what it says of the rest is of no use.
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return [];
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
      message = writtenTwice(key, positionAt(text, first.start).line);
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

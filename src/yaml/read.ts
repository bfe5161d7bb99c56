// The build for browsers: in the one for Node the parser's state is an object spread, which V8 gives a new
// shape every time, and reading takes three times as long (js-yaml 5.5.0 on Node 20).
import { type Event, parseEvents, YAMLException } from 'js-yaml/browser';
import { type Constructed, construct } from './construct.ts';
import { type ConstructedStream, constructStream } from './construct-stream.ts';
import { inPlainWords } from './plain-words.ts';
import { errorAt, YamlError } from './yaml-error.ts';

export { YamlError };

/**
 * The value of a text of one YAML 1.2 document (core schema: no dates, no merge keys), undefined when it is
 * empty. Throws a YamlError for the first thing that is wrong with it: its syntax, a key that is written
 * twice or is not text, a custom tag, a second document, or aliases that expand beyond limits.ts. Aliases
 * share the value they repeat.
 */
export function readYaml(text: string): unknown {
  const { root, errors } = readNodes(text);
  const [first] = errors;
  if (first !== undefined) throw first;
  return root?.value;
}

/**
 * As `readYaml`, with the place of everything in the text, and with all there is to say about the content of a text
 * whose syntax is right; only wrong syntax throws. Offsets are those of the text without its byte order mark.
 */
export function readNodes(text: string): Constructed {
  const source = withoutByteOrderMark(text);
  return construct(source, eventsOf(source));
}

/** As `readNodes`, for a text of any number of documents. */
export function readStream(text: string): ConstructedStream {
  const source = withoutByteOrderMark(text);
  return constructStream(source, eventsOf(source));
}

/** The text without the mark that some editors put first: no parser counts it as a column. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

const BYTE_ORDER_MARK = '\ufeff';

function eventsOf(source: string): readonly Event[] {
  const mark = source.indexOf(BYTE_ORDER_MARK);
  if (mark >= 0) throw errorAt(source, mark, 'an invisible byte order mark (U+FEFF) stands here: remove it');
  try {
    return parseEvents(source, {});
  } catch (error) {
    if (!(error instanceof YAMLException) || error.mark === undefined) throw error;
    const { line, column } = error.mark;
    throw new YamlError(inPlainWords(error.reason), line + 1, column + 1);
  }
}

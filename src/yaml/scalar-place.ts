import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml/browser';
import type { Construction } from './construction.ts';
import { NOWHERE } from './event-source.ts';

/** Where a scalar begins, without its tag and anchor; with the `|` or `>` of a block. */
export function scalarStart(state: Construction, event: ScalarEvent): number {
  const { style, valueStart } = event;
  if (valueStart === NOWHERE) return unwrittenPlace(state, event);
  if (style === SCALAR_STYLE.PLAIN) return valueStart;
  const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
  return isBlock ? behind(TO_HEADER, state.text, behindProperties(state, event)) : valueStart - 1;
}

/** Where a scalar ends that begins at `start`; with its closing quote. */
export function scalarEnd({ style, valueEnd }: ScalarEvent, start: number): number {
  if (valueEnd === NOWHERE) return start;
  const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  return isQuoted ? valueEnd + 1 : valueEnd;
}

/** What comes before the end of a collection in brackets, behind the last thing in it. */
const TO_BRACKET = /(?:[\s,:?]|#[^\r\n]*)*/y;

/** Behind the bracket that closes a collection whose content ends at `end`. */
export function closingBracket(text: string, end: number): number {
  return behind(TO_BRACKET, text, end) + 1;
}

const TO_HEADER = /(?:[^|>#]|#[^\r\n]*)*/y;

/** Nothing is written behind a colon or a dash, which it then follows. */
const TO_NOTHING = /(?:(?:\s|#[^\r\n]*)*[:-](?=\s|$|[,\]}]))?/y;

function unwrittenPlace(state: Construction, event: ScalarEvent): number {
  const at = behindProperties(state, event);
  return at > state.end ? at : behind(TO_NOTHING, state.text, at);
}

function behindProperties({ end }: Construction, { tagEnd, anchorEnd }: ScalarEvent): number {
  return Math.max(end, tagEnd, anchorEnd);
}

function behind(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}

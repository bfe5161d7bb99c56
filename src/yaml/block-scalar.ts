import { HIDDEN_CHARACTERS } from './hidden-characters.ts';

/**
 * A text of several lines as a literal block (`|`, `|-`, `|+`), `pad` being the line break and the
 * indentation of its lines; undefined where a block cannot hold the text, which is then to be quoted.
 * `canIndicate`: the block lies in a collection, so that readers agree on what an indentation indicator
 * counts from.
 */
export function literalBlock(text: string, pad: string, canIndicate: boolean): string | undefined {
  if (!text.includes('\n') || HIDDEN_CHARACTERS.test(text)) return undefined;
  const body = text.slice(0, endOfBody(text));
  if (body === '' || BLANK_LINE.test(body)) return undefined;
  const beginsIndented = INDENTED_START.test(body);
  if (beginsIndented && !canIndicate) return undefined;
  const breaks = text.length - body.length;
  const header = `|${beginsIndented ? '2' : ''}${CHOMPING[Math.min(breaks, 2)]}`;
  const lines = `\n${body}`.replace(LINE_BREAKS, (run) => run.slice(1) + pad);
  // The line break after the last line is the caller's.
  return header + lines + '\n'.repeat(Math.max(breaks - 1, 0));
}

const CHOMPING = ['-', '', '+'];
const LINE_BREAKS = /\n+/g;
const INDENTED_START = /^\n*[ \t]/;
// Editors strip such lines, and parsers differ about them.
const BLANK_LINE = /^[ \t]+$/m;

function endOfBody(text: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\n') end -= 1;
  return end;
}

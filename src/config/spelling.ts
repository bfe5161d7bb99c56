/** A plain scalar that starts at a column of a line, as it is written; undefined where an alias or a tag stands. */
export function writtenAt(line: string, column: number): string | undefined {
  return /^[^\s,\]}&*!'"]+/.exec(line.slice(column - 1))?.[0];
}

/**
 * Whether a text writes a number or a boolean otherwise than JavaScript does (`1.10`, `0x1F`, `True`), so that its
 * value is not what was written. Says yes more often than is true, never no.
 */
export function hasOddSpelling(text: string): boolean {
  for (const [token] of text.matchAll(NUMBER_OR_BOOLEAN)) {
    if (token !== 'true' && token !== 'false' && String(Number(token)) !== token) return true;
  }
  return false;
}

const NUMBER_OR_BOOLEAN =
  /(?<=[\s:,[{])(?:[-+]?(?:0[xo][\da-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?)|true|false)(?=[\s,}\]]|$)/gi;

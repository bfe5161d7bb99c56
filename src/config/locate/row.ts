import type { Path } from '../source.ts';

/** Which input decides a field of a rendered object. */
export interface Row {
  /** Kinds of the objects; any if left out. */
  readonly kinds?: readonly string[];
  readonly field: RegExp;
  /**
   * Paths of the input, most specific first. A step that starts with `$` is a word of the finding: `$service`,
   * `$variant`, `$name`, `$role`, or `$1` for what the field's first group took.
   */
  readonly inputs: readonly string[];
}

/** Words of a finding that paths are filled in with. */
export type Words = Readonly<Record<string, string | undefined>>;

/** The paths of the first row that is about a field, those left out that ask for a word the finding does not have. */
export function pathsFrom(rows: readonly Row[], kind: string, field: string, words: Words): readonly Path[] {
  for (const { kinds, field: pattern, inputs } of rows) {
    if (kinds !== undefined && !kinds.includes(kind)) continue;
    const match = pattern.exec(field);
    if (!match) continue;
    const [, $1, $2] = match;
    const all = { ...words, $1, $2 };
    return inputs.map((input) => filledIn(input, all)).filter((path) => path !== undefined);
  }
  return [];
}

function filledIn(input: string, words: Words): Path | undefined {
  const path: string[] = [];
  for (const step of input.split('.')) {
    const word = step.startsWith('$') ? words[step] : step;
    if (word === undefined) return undefined;
    path.push(word);
  }
  return path;
}

/** Why a text is not usable YAML, in plain words and without an excerpt. Lines and columns count from 1. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** The error for what stands at `offset` of `text`. */
export function errorAt(text: string, offset: number, message: string): YamlError {
  const { line, column } = positionAt(text, offset);
  return new YamlError(message, line, column);
}

/** Line and column of an offset, from 1. Lines end as YAML's do: with `\n`, `\r\n` or `\r`. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

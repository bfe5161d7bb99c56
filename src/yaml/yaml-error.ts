import { positionsIn } from './position.ts';

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
  const { line, column } = positionsIn(text)(offset);
  return new YamlError(message, line, column);
}

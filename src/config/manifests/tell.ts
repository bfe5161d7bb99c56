import type { Position } from '../../yaml/position.ts';
import type { Problem } from '../problem.ts';
import type { Path, Source } from '../source.ts';

/** Takes a problem at a path of a document. */
export type Tell = (path: Path, message: string, options: TellOptions) => void;

/** What to do about a problem, and whether the key or the value is at fault: the value if not said. */
export interface TellOptions {
  readonly fix: string;
  readonly at?: 'key' | 'value';
}

/** Collects the problems of a document, each at its place in the file, or that of the nearest thing around it. */
export function telling(document: Source, problems: Problem[]): Tell {
  return (path, message, { fix, at = 'value' }) => {
    const place = document.place(path, path.length === 0 ? 'value' : at) ?? placeAround(document, path);
    problems.push({ file: document.path, ...place, path: path.join('.'), message, fix });
  };
}

function placeAround(document: Source, path: Path): Position {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const around = document.place(path.slice(0, length), 'key');
    if (around) return around;
  }
  return document.place([], 'value') ?? { line: 1, column: 1 };
}

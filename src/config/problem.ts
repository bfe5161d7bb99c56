/** One thing wrong with the input. Lines and columns count from 1; both are 0 when the whole file is meant. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Dotted path within the file; empty when the whole file is meant. */
  readonly path: string;
  /** What was expected and what was found. */
  readonly message: string;
  /** What to do about it, when that can be said. */
  readonly fix: string | undefined;
}

/** The user's YAML cannot be used. Holds every problem of every file, in the order of the files. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const ordered = inOrder(problems);
    super(ordered.map(formatProblem).join('\n'));
    this.problems = ordered;
  }
}

/** The error for a file, or a folder, that as a whole cannot be used. */
export function wholeFile(file: string, message: string, fix?: string): ConfigError {
  return new ConfigError([{ file, line: 0, column: 0, path: '', message, fix }]);
}

/** A problem as a terminal, an editor and a CI log understand it: `file:line:column path: message`, then the fix. */
export function formatProblem(problem: Problem): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}:${problem.column}` : problem.file;
  const subject = problem.path === '' ? place : `${place} ${problem.path}`;
  const fix = problem.fix === undefined ? '' : `\n  fix: ${problem.fix}`;
  return `${subject}: ${problem.message}${fix}`;
}

/** By file, line and column; said once what several environments find in their common platform file. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.path, b.path),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

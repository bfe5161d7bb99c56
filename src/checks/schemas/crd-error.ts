/** A file of CustomResourceDefinitions and its YAML documents. */
export interface CrdFile {
  readonly file: string;
  readonly documents: readonly unknown[];
}

/** A document that defines no kind. */
export interface CrdProblem {
  readonly file: string;
  /** Number of the YAML document in the file, from 1. */
  readonly document: number;
  /** What was expected and what was found. */
  readonly message: string;
}

/** Files that should define kinds do not. Holds every problem, in the order of the files. */
export class CrdError extends Error {
  override readonly name = 'CrdError';
  readonly problems: readonly CrdProblem[];

  constructor(problems: readonly CrdProblem[]) {
    super(
      problems.map(({ file, document, message }) => `${file}: document ${document}: ${message}`).join('\n'),
    );
    this.problems = problems;
  }
}

/** What reading the input has to be told, as it looks at no clock and knows no checks. */
export interface LoadContext {
  /** The day, `2026-11-21`: exceptions may reach half a year beyond it. */
  readonly today: string;
  /** Checks that `checks` and `exceptions` may name. */
  readonly checkNames: readonly string[];
}

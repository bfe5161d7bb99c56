import { GitError } from '../io/git.ts';
import { UsageError } from '../io/usage-error.ts';

/** Asks git; what it cannot answer is told as `what: its words; fix`, without a stack. */
export function asUsage<Result>(what: string, ask: () => Result, fix?: string): Result {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(`${what}: ${error.message}${fix === undefined ? '' : `; ${fix}`}`);
  }
}

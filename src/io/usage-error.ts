import { isSystemError, systemErrorText } from './system-error.ts';

/** The command line cannot be used: a mistake of the person who typed it, told without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Runs a step; what the operating system refuses becomes a UsageError that begins with `what`. */
export function refused<Result>(what: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw isSystemError(error) ? new UsageError(`${what}: ${systemErrorText(error)}`) : error;
  }
}

/** The command line cannot be used: a mistake of the person who typed it, told without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Runs a step; what the operating system refuses becomes a UsageError that begins with `what`. */
export function refused<Result>(what: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    const isRefused = error instanceof Error && 'syscall' in error;
    throw isRefused ? new UsageError(`${what}: ${error.message}`) : error;
  }
}

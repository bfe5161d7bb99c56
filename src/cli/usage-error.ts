/** The command line cannot be used: a mistake of the person who typed it, told without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

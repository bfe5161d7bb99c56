import pc from 'picocolors';
import { CrdError } from '../checks/schemas/crd-error.ts';
import { ConfigError, formatProblem } from '../config/problem.ts';
import { FolderError } from '../io/folder-error.ts';
import { isSystemError, systemErrorText } from '../io/system-error.ts';
import { UsageError } from '../io/usage-error.ts';

/**
 * The text of an error for a terminal: what the user did wrong without a stack, a fault of ours with one.
 * Places stand out and fixes are coloured where colours are supported and wanted (NO_COLOR is respected).
 */
export function describeError(error: unknown): string {
  if (error instanceof ConfigError) {
    const colours = pc.createColors(process.stderr.isTTY && pc.isColorSupported);
    const problems = error.problems.map((problem) => {
      const [first = '', ...rest] = formatProblem(problem).split('\n');
      const [place = '', ...message] = first.split(' ');
      return [`${colours.bold(place)} ${message.join(' ')}`, ...rest.map((line) => colours.cyan(line))].join(
        '\n',
      );
    });
    const count = problems.length;
    return `${problems.join('\n')}\n\n${count} problem${count === 1 ? '' : 's'}; nothing was written`;
  }
  if (error instanceof CrdError)
    return `${error.message}\n\nthe definitions cannot be used; nothing was written`;
  if (error instanceof UsageError || error instanceof FolderError) return `charthouse: ${error.message}`;
  if (isSystemError(error)) return `charthouse: ${systemErrorText(error)}`;
  return error instanceof Error
    ? `charthouse failed, which is a fault of its own:\n${error.stack}`
    : String(error);
}

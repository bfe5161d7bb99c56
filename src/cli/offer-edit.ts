import pc from 'picocolors';
import type { ImageEdit } from '../edit/edit-images.ts';
import { unifiedDiff } from '../edit/unified-diff.ts';
import { replaceFile } from '../io/replace-file.ts';
import { UsageError } from '../io/usage-error.ts';
import type { EditedEnvironment } from './edited-environment.ts';

/** Prints the difference an edit makes to the environment's file, as `git apply` takes it. */
export function printDiff({ environment }: EditedEnvironment, edit: ImageEdit): void {
  const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const diff = unifiedDiff(environment.path, text(edit.before), text(edit.after));
  process.stdout.write(process.stdout.isTTY && pc.isColorSupported ? coloured(diff) : diff);
}

/** Writes an edit. Throws a UsageError when the file is not what it was, or cannot be written. */
export function writeEdit({ root, platform, environment }: EditedEnvironment, edit: ImageEdit): void {
  const refusal = refusable(() => replaceFile(root, environment.path, edit.before, edit.after));
  if (refusal !== undefined) throw new UsageError(`${refusal}; nothing was written`);
  console.error(`${environment.path}: written`);
  console.error(`next: charthouse synth ${platform.folder}, read the difference in dist/, and commit both`);
}

/** Writes an edit if `isAgreed`, or if a person at the terminal says so; exit status 1 if it is not written. */
export async function offerEdit(
  environment: EditedEnvironment,
  edit: ImageEdit,
  isAgreed: boolean,
): Promise<void> {
  if (isAgreed || (await isConfirmed(environment.environment.path))) {
    writeEdit(environment, edit);
    return;
  }
  const isAsked = process.stdin.isTTY && process.stderr.isTTY;
  console.error(isAsked ? 'nothing was written' : 'nothing was written; --yes writes it');
  process.exitCode = 1;
}

async function isConfirmed(path: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const ended = new Promise<string>((done) => terminal.once('close', () => done('')));
    const answer = await Promise.race([terminal.question(`write ${path}? [y/N] `), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

function coloured(diff: string): string {
  return diff
    .replace(/^\+.*$/gm, (line) => pc.green(line))
    .replace(/^-.*$/gm, (line) => pc.red(line))
    .replace(/^@@.*$/gm, (line) => pc.cyan(line));
}

/** What the operating system refuses is for the user to mend. */
function refusable<Result>(write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    const isRefused = error instanceof Error && 'syscall' in error;
    throw isRefused ? new UsageError(`${error.message}; nothing was written`) : error;
  }
}

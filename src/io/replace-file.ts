import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/**
 * Writes a file anew, beside the old one and then in its place, with the same mode; a link stays one. Gives the reason
 * when it was not written: it no longer holds what was read, another run is writing it, or it lies outside `root`.
 */
export function replaceFile(
  root: string,
  path: string,
  before: Uint8Array,
  after: Uint8Array,
): string | undefined {
  const real = realpathSync(path);
  const inside = relative(realpathSync(root), real);
  if (inside.split(sep)[0] === '..' || isAbsolute(inside))
    return `${path} is a link to ${real}, outside ${root}`;
  const staging = join(dirname(real), `.${basename(real)}.new`);
  const file = openNew(staging);
  if (file === undefined) {
    return `another run is writing ${path}; if none is, remove ${staging}, which a run left that was killed`;
  }
  try {
    writeAll(file, after);
    if (readFileSync(real).equals(before)) {
      chmodSync(staging, statSync(real).mode & 0o7777);
      renameSync(staging, real);
      return undefined;
    }
  } catch (error) {
    rmSync(staging, { force: true });
    throw error;
  }
  rmSync(staging, { force: true });
  return `${path} was changed by someone else meanwhile`;
}

/** Only one run at a time can make it, so it locks the file as well. */
function openNew(path: string): number | undefined {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file so that whoever reads it at the same time sees the old text or the new one, never a part. */
export function writeWhole(path: string, text: string): void {
  const folder = dirname(path);
  const staging = join(folder, `.${basename(path)}.new-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(staging, text);
    renameSync(staging, path);
  } catch (error) {
    rmSync(staging, { force: true });
    throw error;
  }
}

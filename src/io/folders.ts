import { existsSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Paths of all files below a folder, relative to it, sorted; none when there is no such folder. Links are files. */
export function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .sort();
}

/** Folders directly below a folder, hidden ones and links aside, sorted; none when there is no such folder. */
export function foldersBelow(root: string): readonly string[] {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return [];
  const entries = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries
    .map((entry) => `${root}/${entry.name}`)
    .filter((path) => !basename(path).startsWith('.'))
    .sort();
}

/** Removes the folders below a folder that hold nothing, and the folder itself when nothing is left in it. */
export function removeEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  }
  removeIfEmpty(folder);
}

/** Removes the folder around a path when nothing is left in it. */
export function removeEmptyParent(path: string): void {
  removeIfEmpty(dirname(path));
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    // Something is in it, or another run was faster.
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

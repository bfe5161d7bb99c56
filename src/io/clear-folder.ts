import { lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FolderError } from './folder-error.ts';
import { filesIn, removeEmpty } from './folders.ts';
import { LIST, readList } from './own-list.ts';

/** Removes what the list of a folder names, and the folder when nothing is left. Gives the paths of what is left. */
export function removeOwn(folder: string): readonly string[] {
  const foreign = foreignIn(folder);
  const kept = new Set(foreign);
  // The list goes last: a run that is killed meanwhile leaves what tells the next one what to remove.
  for (const path of filesIn(folder)) if (path !== LIST && !kept.has(path)) remove(join(folder, path));
  remove(join(folder, LIST));
  removeEmpty(folder);
  return foreign;
}

/**
 * Removes a folder that was moved out of the way of another. What the list in it does not name, because somebody put it
 * there meanwhile, goes into the other.
 */
export function settle(old: string, folder: string): void {
  for (const path of foreignIn(old)) {
    const from = join(old, path);
    const to = join(folder, path);
    if (isSame(from, to)) remove(from);
    else if (lstatSync(to, { throwIfNoEntry: false }) === undefined) {
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
    }
  }
  const left = removeOwn(old);
  if (left.length === 0) return;
  const what = `${folder} has other files of the same name now: look at them, and remove ${old}`;
  throw new FolderError(`${old} keeps ${left.join(', ')}, which Charthouse did not make; ${what}`);
}

/** Paths of what is in a folder and not in its list, sorted. Everything, when there is no list. */
export function foreignIn(folder: string): readonly string[] {
  const list = readList(folder);
  return filesIn(folder).filter((path) => path !== LIST && !list?.files.has(path));
}

/** Whether two paths are the same file, or hold the same. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => lstatSync(path, { throwIfNoEntry: false }));
  if (!first || !second) return false;
  if (first.isSymbolicLink() && second.isSymbolicLink()) return readlinkSync(one) === readlinkSync(other);
  if (!first.isFile() || !second.isFile()) return false;
  return (
    (first.ino === second.ino && first.dev === second.dev) || readFileSync(one).equals(readFileSync(other))
  );
}

function remove(path: string): void {
  rmSync(path, { force: true });
}

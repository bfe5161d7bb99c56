import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Paths of all files below a folder, relative to it, sorted; none when there is no such folder. */
export function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .sort();
}

/** Removes folders, and the folders around them that are empty then. Another run may do the same at the same time. */
export function removeFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
    const around = dirname(folder);
    if (existsSync(around) && readdirSync(around).length === 0) {
      rmSync(around, { recursive: true, force: true });
    }
  }
}

/** Removes what a run left beside a folder when it was killed, and puts back the folder it had just moved away. */
export function recover(folder: string): void {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  const leftovers = readdirSync(parent).filter((name) => name.startsWith(`.${basename(folder)}.`));
  for (const name of leftovers) {
    const [, kind, pid] = /\.(new|old)-([0-9]+)$/.exec(name) ?? [];
    if (kind === undefined || isRunning(Number(pid))) continue;
    if (kind === 'old' && !existsSync(folder)) renameSync(join(parent, name), folder);
    else rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** Folders directly below a folder, hidden ones aside; none when there is no such folder. */
export function foldersBelow(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  const entries = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map((entry) => `${root}/${entry.name}`).filter((path) => !basename(path).startsWith('.'));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

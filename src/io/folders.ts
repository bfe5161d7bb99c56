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

/** Folders of environments below `root` that are not among `kept`, of one platform when it is given. */
export function otherFolders(root: string, kept: readonly string[], platform?: string): readonly string[] {
  const platforms = foldersBelow(root).filter(
    (path) => platform === undefined || path === `${root}/${platform}`,
  );
  const known = new Set(kept);
  return platforms.flatMap(foldersBelow).filter((folder) => !known.has(folder));
}

/** Removes folders, and the folders around them that are empty then. */
export function removeFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    rmSync(folder, { recursive: true });
    if (readdirSync(dirname(folder)).length === 0) rmSync(dirname(folder), { recursive: true });
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

function foldersBelow(root: string): readonly string[] {
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

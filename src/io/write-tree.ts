import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileTree } from '../model/manifest.ts';

/** A folder and exactly what it is to hold. */
export interface FolderContent {
  readonly folder: string;
  readonly tree: FileTree;
}

/**
 * Makes each folder hold exactly its files. New content is written beside the folder and swapped in only when all of
 * it is on the disk, so that an interrupted run leaves every folder as it was. A folder that holds it already is left
 * alone. Gives the folders that changed.
 */
export function writeFolders(contents: readonly FolderContent[]): readonly string[] {
  for (const { folder } of contents) cleanUp(folder);
  const changed = contents.filter(({ folder, tree }) => !holds(folder, tree));
  const staged = changed.map((content) => ({ ...content, staging: stage(content) }));
  for (const { folder, staging } of staged) swap(staging, folder);
  return changed.map(({ folder }) => folder);
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

function foldersBelow(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  const entries = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map((entry) => `${root}/${entry.name}`).filter((path) => !basename(path).startsWith('.'));
}

/** Whether a folder holds exactly these files. */
function holds(folder: string, tree: FileTree): boolean {
  const names = filesIn(folder);
  return names.length === tree.size && names.every((name) => isSame(folder, name, tree));
}

/** Paths of the files that a folder lacks, has too many, or has with another content; sorted. */
export function differingFiles(folder: string, tree: FileTree): readonly string[] {
  const names = new Set([...filesIn(folder), ...tree.keys()]);
  return [...names]
    .sort()
    .filter((name) => !isSame(folder, name, tree))
    .map((name) => `${folder}/${name}`);
}

function isSame(folder: string, name: string, tree: FileTree): boolean {
  const text = tree.get(name);
  const path = join(folder, name);
  return text !== undefined && existsSync(path) && readFileSync(path, 'utf8') === text;
}

/** Paths of all files below a folder, relative to it, sorted; none when there is no such folder. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Writes a tree beside its folder, under a name that no other run uses and no reader of manifests looks into. */
function stage({ folder, tree }: FolderContent): string {
  const staging = join(dirname(folder), `.${basename(folder)}.new-${process.pid}`);
  rmSync(staging, { recursive: true, force: true });
  const made = new Set<string>();
  for (const [path, text] of tree) {
    const file = join(staging, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
  }
  return staging;
}

/** Removes what a run left that was killed, and puts back the folder it had just moved away. */
function cleanUp(folder: string): void {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  const leftover = new RegExp(`^\\.${basename(folder)}\\.(new|old)-([0-9]+)$`);
  for (const name of readdirSync(parent)) {
    const match = leftover.exec(name);
    if (!match || isRunning(Number(match[2]))) continue;
    if (match[1] === 'old' && !existsSync(folder)) renameSync(join(parent, name), folder);
    else rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Puts the staged folder in place of the old one. Another run may do the same at the same time; the last one stays. */
function swap(staging: string, folder: string): void {
  const old = join(dirname(folder), `.${basename(folder)}.old-${process.pid}`);
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (existsSync(folder)) renameSync(folder, old);
      renameSync(staging, folder);
      break;
    } catch (error) {
      if (attempt === 100) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

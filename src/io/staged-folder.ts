import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { filesIn, recover } from './folders.ts';

/** Files by path relative to their folder. A FileTree is one; so is a generator that makes them as they are written. */
export type Files = Iterable<readonly [path: string, text: string]>;

/** The new content of a folder, waiting beside it. */
export interface StagedFolder {
  readonly folder: string;
  readonly files: number;
  /** Where the new content is; undefined when the folder holds it already. */
  readonly staging: string | undefined;
  /** The outermost folder that had to be made for it; undefined where all were there. */
  readonly made: string | undefined;
}

/**
 * Writes what a folder is to hold beside it, under a name that no other run uses; nothing when the folder holds it
 * already. Files are looked at one by one, so that none is kept in memory, and those that stay as they are are linked.
 */
export function stageFolder(folder: string, files: Files): StagedFolder {
  recover(folder);
  const staging = join(dirname(folder), `.${basename(folder)}.new-${process.pid}`);
  const hasOld = existsSync(folder);
  const same: string[] = [];
  let isStaged = false;
  let count = 0;
  let made: string | undefined;
  try {
    for (const [path, text] of files) {
      count += 1;
      const bytes = Buffer.from(text);
      if (hasOld && holds(join(folder, path), bytes)) same.push(path);
      else {
        isStaged = true;
        const outermost = write(join(staging, path), bytes);
        made ??= outermost;
      }
    }
    isStaged ||= filesIn(folder).length !== count;
    if (isStaged) for (const path of same) link(join(folder, path), join(staging, path));
  } catch (error) {
    remove({ staging, made });
    throw error;
  }
  return { folder, files: count, staging: isStaged ? staging : undefined, made };
}

/** Puts staged folders in place of the old ones. Another run may do the same at the same time; the last one stays. */
export function publish(staged: readonly StagedFolder[]): void {
  for (const { folder, staging } of staged) if (staging !== undefined) swap(staging, folder);
}

/** Removes what was staged and is not to be published. */
export function discard(staged: readonly StagedFolder[]): void {
  for (const folder of staged) remove(folder);
  // Those around the first are empty once the last is gone.
  for (const folder of staged) remove(folder);
}

/** Leaves no folder behind that was not there before. */
function remove({ staging, made }: Pick<StagedFolder, 'staging' | 'made'>): void {
  if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
  if (made !== undefined && filesIn(made).length === 0) rmSync(made, { recursive: true, force: true });
}

/** Paths that a folder lacks, has too many, or has with another content; sorted. */
export function differingFiles(folder: string, files: Files): readonly string[] {
  const strangers = new Set(filesIn(folder));
  const differing: string[] = [];
  for (const [path, text] of files) {
    strangers.delete(path);
    if (!holds(join(folder, path), Buffer.from(text))) differing.push(path);
  }
  return [...differing, ...strangers].sort();
}

function holds(path: string, bytes: Buffer): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** Gives the outermost folder that had to be made. */
function write(path: string, bytes: Buffer): string | undefined {
  try {
    writeFileSync(path, bytes);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const made = mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return made;
  }
}

/** Not every file system can link. */
function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

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

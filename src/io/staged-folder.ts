import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../model/manifest.ts';
import { settle } from './clear-folder.ts';
import { compareFolder, type Differences } from './compare-folder.ts';
import { FolderError } from './folder-error.ts';
import { filesIn } from './folders.ts';
import { LIST, listText, type Maker } from './own-list.ts';
import { besideName, recover } from './recover.ts';
import { targetOf } from './target-of.ts';

/** The new content of a folder, waiting beside it. */
export interface StagedFolder extends Differences {
  readonly folder: string;
  readonly files: number;
  /** Where the folder is, once links are followed. */
  readonly target: string;
  /** Where the new content is; undefined when the folder holds it already. */
  readonly staging: string | undefined;
  /** The outermost folder that had to be made for it; undefined where all were there. */
  readonly made: string | undefined;
}

/**
 * Writes what a folder is to hold beside it, under a name that no other run uses; nothing when the folder holds it
 * already. Files are looked at one by one, so that none is kept in memory, and those that stay as they are are linked.
 * So is what somebody else put into the folder. Throws an FolderError when that is in the way.
 */
export function stageFolder(folder: string, maker: Maker, files: Files): StagedFolder {
  const target = targetOf(folder);
  recover(dirname(target));
  const staging = besideName(target, 'new');
  let made: string | undefined;
  const put = (path: string, bytes: Buffer) => {
    const outermost = write(join(staging, path), bytes);
    made ??= outermost;
  };
  try {
    const { differences, rendered } = compareFolder(folder, target, maker, files, put);
    const { changed, removed, foreign } = differences;
    const list = Buffer.from(listText(target, maker, rendered));
    const isStaged = changed.length + removed.length > 0 || !holds(join(target, LIST), list);
    if (isStaged) {
      put(LIST, list);
      const isChanged = new Set(changed);
      const same = rendered.filter((path) => !isChanged.has(path));
      for (const path of [...same, ...foreign]) carry(join(target, path), join(staging, path));
    }
    const where = isStaged ? staging : undefined;
    return { folder, target, files: rendered.length, staging: where, made, ...differences };
  } catch (error) {
    remove({ staging, made });
    throw error;
  }
}

/** Puts staged folders in place of the old ones. Another run may do the same at the same time; the last one stays. */
export function publish(staged: readonly StagedFolder[]): void {
  const twice = staged.find(
    ({ target }, index) => staged.findIndex((other) => other.target === target) < index,
  );
  if (twice) {
    discard(staged);
    throw new FolderError(`${twice.folder} is a link to what is rendered into as well; remove the link`);
  }
  for (const { target, staging } of staged) if (staging !== undefined) swap(staging, target);
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

function holds(path: string, bytes: Buffer): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true && readFileSync(path).equals(bytes);
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

/** Not every file system can link. What is neither a file nor a link is moved when folders are swapped. */
function carry(from: string, to: string): void {
  const found = lstatSync(from);
  if (!found.isFile() && !found.isSymbolicLink()) return;
  mkdirSync(dirname(to), { recursive: true });
  if (found.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
    return;
  }
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

function swap(staging: string, folder: string): void {
  const moved: string[] = [];
  for (let attempt = 1; attempt <= 100; attempt += 1) {
    const old = besideName(folder, 'old', `${process.pid}-${attempt}`);
    const fault = refusal(() => {
      if (!existsSync(folder)) return;
      renameSync(folder, old);
      moved.push(old);
    });
    const refused = fault ?? refusal(() => renameSync(staging, folder));
    if (refused === undefined) break;
    if (attempt < 100) continue;
    const last = moved.pop();
    if (last !== undefined && !existsSync(folder)) renameSync(last, folder);
    throw refused;
  }
  for (const old of moved) settle(old, folder);
}

/** Another run may be faster: then the next attempt finds what that one left. */
function refusal(step: () => void): unknown {
  try {
    step();
    return undefined;
  } catch (error) {
    return error;
  }
}

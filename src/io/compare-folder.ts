import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../model/manifest.ts';
import { unportable } from '../model/portable-name.ts';
import { FolderError } from './folder-error.ts';
import { filesIn } from './folders.ts';
import { assertMaker, LIST, type Maker, readList } from './own-list.ts';

/** How a folder differs from what it is to hold. Paths relative to it, sorted. */
export interface Differences {
  /** Files that it lacks or has with another content. */
  readonly changed: readonly string[];
  /** Files that were made once and are not any more. */
  readonly removed: readonly string[];
  /** What Charthouse did not make. */
  readonly foreign: readonly string[];
}

/**
 * Holds a folder, which is at `target`, against what it is to hold; `onChanged` gets the content of each file that
 * differs. Throws an FolderError when something in it that Charthouse did not make is where a file has to go.
 */
export function compareFolder(
  folder: string,
  target: string,
  maker: Maker,
  files: Files,
  onChanged: (path: string, bytes: Buffer) => void = () => {},
): { readonly differences: Differences; readonly rendered: readonly string[] } {
  const list = readList(target);
  assertMaker(folder, list, maker);
  const present = new Set(filesIn(target));
  const rendered: string[] = [];
  const changed: string[] = [];
  const inTheWay: string[] = [];
  for (const [path, text] of files) {
    rendered.push(path);
    const bytes = Buffer.from(text);
    if (present.has(path) && holds(join(target, path), bytes)) continue;
    if (present.has(path) && !list?.files.has(path)) inTheWay.push(path);
    changed.push(path);
    onChanged(path, bytes);
  }
  assertPortable(folder, rendered);
  const made = new Set(rendered);
  const others = [...present].filter((path) => path !== LIST && !made.has(path));
  const removed = others.filter((path) => list?.files.has(path));
  const foreign = others.filter((path) => !list?.files.has(path));
  assertFree(folder, [...inTheWay, ...foreign.filter((path) => isAround(path, made))]);
  return { differences: { changed: changed.sort(), removed, foreign }, rendered };
}

function holds(path: string, bytes: Buffer): boolean {
  return lstatSync(path).isFile() && readFileSync(path).equals(bytes);
}

/** Whether a path is a folder of one that is rendered, or the other way round. */
function isAround(path: string, rendered: ReadonlySet<string>): boolean {
  const parents = path.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));
  return (
    parents.some((parent) => rendered.has(parent)) ||
    [...rendered].some((file) => file.startsWith(`${path}/`))
  );
}

/** What is rendered is committed, and a repository is checked out on other file systems than this one. */
function assertPortable(folder: string, rendered: readonly string[]): void {
  const byLowerCase = new Map<string, string>();
  for (const path of rendered) {
    const segment = path.split('/').find((name) => unportable(name) !== undefined);
    if (segment !== undefined)
      throw new FolderError(
        `${folder}/${path}: ${segment} ${unportable(segment)}; rename what it comes from`,
      );
    const other = byLowerCase.get(path.toLowerCase());
    if (other !== undefined)
      throw new FolderError(
        `${folder}/${path} and ${other} are one file on Windows and macOS; rename what one comes from`,
      );
    byLowerCase.set(path.toLowerCase(), path);
  }
}

function assertFree(folder: string, inTheWay: readonly string[]): void {
  if (inTheWay.length === 0) return;
  const files = inTheWay.map((path) => `${folder}/${path}`).join('\n            ');
  throw new FolderError(
    `${inTheWay.length === 1 ? 'a file is' : 'files are'} in the way that Charthouse did not make (no ${LIST} names ${inTheWay.length === 1 ? 'it' : 'them'}):\n` +
      `            ${files}\n            move or remove what you need no more, or say another --output`,
  );
}

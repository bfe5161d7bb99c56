import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { INPUT_LIMIT, type InputFile, MANIFESTS } from '../model/input-file.ts';
import { FolderError } from './folder-error.ts';

/**
 * Reads every platform's files below a folder of input, `platform` alone when it is given, sorted by path. Links are
 * followed. Files that are not YAML by their name are left alone, and so is what starts with a dot. Throws a
 * FolderError for what has the name of a file of input and is none: left out, its output would count as stale.
 */
export function readInput(root: string, platform?: string): readonly InputFile[] {
  const folders = platform === undefined ? foldersIn(root) : [platform];
  return folders.flatMap((folder) => {
    const entries = entriesIn(`${root}/${folder}`);
    const documents = filesAmong(entries, root, folder, '');
    const manifests = entries.find(({ name }) => name === MANIFESTS);
    if (!manifests || !isFolder(manifests, `${root}/${folder}`)) return documents;
    return [...documents, ...manifestFiles(root, folder)];
  });
}

/** Files of objects of one's own: those of all environments, then those of each. */
function manifestFiles(root: string, platform: string): readonly InputFile[] {
  const folder = `${root}/${platform}/${MANIFESTS}`;
  const entries = entriesIn(folder);
  const environments = entries.filter((entry) => !entry.name.startsWith('.') && isFolder(entry, folder));
  return [
    ...filesAmong(entries, root, platform, `${MANIFESTS}/`),
    ...environments.flatMap(({ name }) => {
      const inside = entriesIn(`${folder}/${name}`);
      const deeper = inside.find((entry) => isFolder(entry, `${folder}/${name}`));
      if (deeper)
        throw new FolderError(`${folder}/${name}/${deeper.name} is too deep to be read; move its files up`);
      return filesAmong(inside, root, platform, `${MANIFESTS}/${name}/`);
    }),
  ];
}

function entriesIn(folder: string): readonly Dirent[] {
  return readdirSync(join(folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The files among the entries of a folder, `below` that of the platform. */
function filesAmong(
  entries: readonly Dirent[],
  root: string,
  platform: string,
  below: string,
): readonly InputFile[] {
  return entries
    .filter((entry) => isYaml(entry, `${root}/${platform}/${below}`.slice(0, -1)))
    .map(({ name }) => ({
      path: `${root}/${platform}/${below}${name}`.replaceAll('\\', '/'),
      folder: platform,
      name: below + name,
      bytes: readAtMost(join(root, platform, below, name), INPUT_LIMIT + 1),
    }));
}

/** Names of the platforms below a folder of input, sorted. Throws as node:fs does when the folder cannot be read. */
export function foldersIn(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && isFolder(entry, root))
    .map((entry) => entry.name)
    .sort();
}

function isFolder(entry: Dirent, root: string): boolean {
  return entry.isSymbolicLink() ? followed(`${root}/${entry.name}`).isDirectory() : entry.isDirectory();
}

function isYaml(entry: Dirent, folder: string): boolean {
  if (entry.name.startsWith('.') || !/\.ya?ml$/i.test(entry.name)) return false;
  const path = `${folder}/${entry.name}`;
  if (!/\.ya?ml$/.test(entry.name))
    throw new FolderError(
      `${path} is read only when its name ends in .yaml; rename it, or move it elsewhere`,
    );
  if (!(entry.isSymbolicLink() ? followed(path) : entry).isFile())
    throw new FolderError(`${path} has the name of a file of the input, and is no file; move it elsewhere`);
  return true;
}

/** What a link leads to, wherever that is. */
function followed(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = { ENOENT: 'which is not there', ELOOP: 'which leads back to it' }[code ?? ''];
    if (why === undefined) throw error;
    throw new FolderError(`${path} is a link to ${readlinkSync(path)}, ${why}; mend or remove it`);
  }
}

/** The first bytes of a file, never more than `limit`, however large it is. */
function readAtMost(path: string, limit: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(limit, fstatSync(file).size + 1));
    let length = 0;
    while (length < buffer.length) {
      const read = readSync(file, buffer, length, buffer.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

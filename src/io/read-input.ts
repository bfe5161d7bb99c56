import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { INPUT_LIMIT, type InputFile } from '../model/input-file.ts';

/**
 * Reads every platform's files below a folder of input, `platform` alone when it is given, sorted by path.
 * Files that are not YAML by their name are left alone, and so is what starts with a dot.
 */
export function readInput(root: string, platform?: string): readonly InputFile[] {
  const folders = platform === undefined ? foldersIn(root) : [platform];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && isYaml(entry.name))
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: [root, folder, name].join('/').replaceAll('\\', '/'),
        folder,
        name,
        bytes: readAtMost(join(root, folder, name), INPUT_LIMIT + 1),
      })),
  );
}

/** Names of the platforms below a folder of input, sorted. Throws as node:fs does when the folder cannot be read. */
export function foldersIn(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

function isYaml(name: string): boolean {
  return !name.startsWith('.') && /\.ya?ml$/.test(name);
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

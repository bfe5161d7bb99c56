import { lstatSync, realpathSync, statSync } from 'node:fs';
import { FolderError } from './folder-error.ts';

/** Where a folder is that may be a link to one. Throws an FolderError for a link to nothing, and for what is no folder. */
export function targetOf(folder: string): string {
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (entry === undefined) return folder;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return entry.isSymbolicLink() ? realpathSync(folder) : folder;
  const what = found === undefined ? 'a link to what is not there' : 'no folder';
  throw new FolderError(`${folder} is ${what}; move it elsewhere, or say another --output`);
}

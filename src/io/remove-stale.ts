import { removeOwn } from './clear-folder.ts';
import { removeEmptyParent } from './folders.ts';
import { recover } from './recover.ts';

/** Removes what was made in folders, and what killed runs left beside them. Gives the paths of what is left of others. */
export function removeStale(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => {
    const left = removeOwn(folder).map((path) => `${folder}/${path}`);
    recover(`${folder}/..`);
    removeEmptyParent(folder);
    return left;
  });
}

import type { Files } from '../model/manifest.ts';
import { compareFolder, type Differences } from './compare-folder.ts';
import { LIST, type Maker, readList } from './own-list.ts';
import { targetOf } from './target-of.ts';

/** How a folder differs from what it is to hold, and how many files that are. */
export interface StaleFolder extends Differences {
  readonly isStale: boolean;
  readonly count: number;
}

/** Looks whether a folder is what `stageFolder` would make of it. Where the input is does not matter. */
export function staleFolder(folder: string, maker: Maker, files: Files): StaleFolder {
  const target = targetOf(folder);
  const { differences, rendered } = compareFolder(folder, target, maker, files);
  const listed = readList(target)?.files;
  const isListed = listed?.size === rendered.length && rendered.every((path) => listed.has(path));
  const changed = isListed ? differences.changed : [LIST, ...differences.changed];
  const isStale = changed.length + differences.removed.length > 0;
  return { ...differences, changed, isStale, count: rendered.length };
}

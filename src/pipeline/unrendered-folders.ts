import { foldersBelow } from '../io/folders.ts';
import { isOf, type OwnList, readList } from '../io/own-list.ts';
import type { Selection } from '../io/select-input.ts';
import type { Output } from '../outputs/output.ts';

/** A folder of output that a run did not render. */
export interface UnrenderedFolder {
  readonly folder: string;
  /** What its list says; undefined for a folder that Charthouse did not make. */
  readonly list: OwnList | undefined;
}

/** Folders that a run did not render, by what becomes of them. */
export interface UnrenderedFolders {
  /** Rendered from this input once: they go. */
  readonly stale: readonly string[];
  /** Of another input, or of somebody: they stay. */
  readonly others: readonly UnrenderedFolder[];
}

/**
 * Folders of some outputs that a run over an input did not render, among those the selection is about. None for a
 * selection of one environment.
 */
export function unrenderedFolders(
  root: string,
  input: string,
  rendered: readonly string[],
  outputs: readonly Output[],
  { platform, environment }: Selection,
): UnrenderedFolders {
  if (environment !== undefined) return { stale: [], others: [] };
  const known = new Set(rendered);
  const found = outputs.flatMap(({ name, scope }) => {
    if (scope === 'all') return foldersBelow(root).filter((path) => path === `${root}/${name}`);
    const platforms = foldersBelow(`${root}/${name}`);
    const selected = platforms.filter((path) => platform === undefined || path.endsWith(`/${platform}`));
    return scope === 'environment' ? selected.flatMap(environmentsIn) : selected;
  });
  return sortUnrendered(
    found.filter((folder) => !known.has(folder)),
    input,
  );
}

/** What becomes of folders that a run over an input did not render. */
export function sortUnrendered(folders: readonly string[], input: string): UnrenderedFolders {
  const all = folders.map((folder) => ({ folder, list: readList(folder) }));
  const isStale = ({ list }: UnrenderedFolder) => list !== undefined && isOf(list, { input });
  return {
    stale: all.filter(isStale).map(({ folder }) => folder),
    others: all.filter((folder) => !isStale(folder)),
  };
}

/** Of a folder without any, which is most likely somebody's, the folder itself. */
function environmentsIn(platform: string): readonly string[] {
  const folders = foldersBelow(platform);
  return folders.length > 0 ? folders : [platform];
}

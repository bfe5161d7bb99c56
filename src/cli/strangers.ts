import { relative } from 'node:path';
import { foldersBelow } from '../io/folders.ts';
import { isOf, type OwnList, readList } from '../io/own-list.ts';
import { FORMATS, type Format } from './render-outputs.ts';
import type { Selection } from './select-input.ts';

/** A folder of output that a run did not render. */
export interface Stranger {
  readonly folder: string;
  /** What its list says; undefined for a folder that Charthouse did not make. */
  readonly list: OwnList | undefined;
}

/** Folders that a run did not render, by what becomes of them. */
export interface Strangers {
  /** Rendered from this input once: they go. */
  readonly stale: readonly string[];
  /** Of another input, or of somebody: they stay. */
  readonly others: readonly Stranger[];
}

/**
 * Folders of output that a run did not render, among those the selection is about: environments of manifests, platforms
 * of the other formats. None for a selection of one environment.
 */
export function strangersIn(
  root: string,
  input: string,
  rendered: readonly string[],
  formats: ReadonlySet<Format>,
  { platform, environment }: Selection,
): Strangers {
  if (environment !== undefined) return { stale: [], others: [] };
  const known = new Set(rendered);
  const found = FORMATS.filter((format) => formats.has(format)).flatMap((format) => {
    const platforms = foldersBelow(`${root}/${format}`);
    const ofSelection = platforms.filter((path) => platform === undefined || path.endsWith(`/${platform}`));
    const folders = format === 'manifests' ? ofSelection.flatMap(environmentsIn) : ofSelection;
    return folders.filter((folder) => !known.has(folder));
  });
  return sortStrangers(found, input);
}

/** What becomes of folders that a run over an input did not render. */
export function sortStrangers(folders: readonly string[], input: string): Strangers {
  const all = folders.map((folder) => ({ folder, list: readList(folder) }));
  const isStale = ({ list }: Stranger) => list !== undefined && isOf(list, { input });
  return {
    stale: all.filter(isStale).map(({ folder }) => folder),
    others: all.filter((stranger) => !isStale(stranger)),
  };
}

/** Of a folder without any, which is most likely somebody's, the folder itself. */
function environmentsIn(platform: string): readonly string[] {
  const folders = foldersBelow(platform);
  return folders.length > 0 ? folders : [platform];
}

/** A line about folders that stay although this run did not render them; undefined when there is none. */
export function othersText(others: readonly Stranger[]): string | undefined {
  if (others.length === 0) return undefined;
  const names = others.map(({ folder, list }) =>
    list?.input === undefined
      ? `${folder} (not made by Charthouse)`
      : `${folder} (rendered from ${relative('.', list.input)})`,
  );
  return `left as they are: ${names.join(', ')}`;
}

import { foldersBelow } from '../io/folders.ts';
import { FORMATS, type Format } from './render-outputs.ts';
import type { Selection } from './select-input.ts';

/**
 * Folders of output that nothing renders any more, among those the selection is about: environments of manifests,
 * platforms of the other formats. None for a selection of one environment.
 */
export function strangersIn(
  root: string,
  rendered: readonly string[],
  formats: ReadonlySet<Format>,
  { platform, environment }: Selection,
): readonly string[] {
  if (environment !== undefined) return [];
  const known = new Set(rendered);
  return FORMATS.filter((format) => formats.has(format)).flatMap((format) => {
    const platforms = foldersBelow(`${root}/${format}`);
    const ofSelection = platforms.filter((path) => platform === undefined || path.endsWith(`/${platform}`));
    const folders = format === 'manifests' ? ofSelection.flatMap(foldersBelow) : ofSelection;
    return folders.filter((folder) => !known.has(folder));
  });
}

import type { FileTree } from '../../model/manifest.ts';

/** The lines of each overlay of a rendered tree, by environment: to hold against the lines of the whole environment. */
export function overlayFigures(tree: FileTree): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [path, text] of tree) {
    const [folder, environment] = path.split('/');
    if (folder !== 'overlays' || environment === undefined) continue;
    lines.set(environment, (lines.get(environment) ?? 0) + text.split('\n').length - 1);
  }
  return lines;
}

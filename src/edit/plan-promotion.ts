import type { Versions } from './image-version.ts';
import type { StatedImages } from './read-versions.ts';

/** What a promotion gives the other environment, and what it has to leave out; names sorted. */
export interface Promotion {
  readonly wanted: Versions;
  readonly onlyFrom: readonly string[];
  readonly onlyTo: readonly string[];
  /** In both, and without a version in the first. */
  readonly withoutVersion: readonly string[];
}

/** Copies the versions of what both environments have; `selected` are services and `service/variant`, empty for all. */
export function planPromotion(from: StatedImages, to: StatedImages, selected: readonly string[]): Promotion {
  const chosen = new Set(selectedNames([...new Set([...from.names, ...to.names])].sort(), selected));
  const inFrom = from.names.filter((name) => chosen.has(name));
  const inTo = to.names.filter((name) => chosen.has(name));
  const both = inFrom.filter((name) => inTo.includes(name));
  const versions = both.map((name) => [name, from.versions.get(name)] as const);
  return {
    wanted: new Map(versions.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    onlyFrom: inFrom.filter((name) => !both.includes(name)),
    onlyTo: inTo.filter((name) => !both.includes(name)),
    withoutVersion: versions.filter(([, version]) => version === undefined).map(([name]) => name),
  };
}

/** The images that a selection means: a service with its variants, or one variant; all of them when it is empty. */
export function selectedNames(names: readonly string[], selected: readonly string[]): readonly string[] {
  if (selected.length === 0) return names;
  const chosen = new Set(selected);
  return names.filter((name) => chosen.has(name) || chosen.has(name.split('/')[0] as string));
}

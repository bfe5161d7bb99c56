import type { Versions } from './image-version.ts';
import { selectedNames } from './plan-promotion.ts';
import type { StatedImages } from './read-versions.ts';

/** A committed state of an environment's images. */
export interface Revision {
  /** The commit, in full. */
  readonly commit: string;
  /** When it was committed, `2026-03-01`, in UTC. */
  readonly date: string;
  readonly versions: Versions;
}

/** What a rollback brings back, and from which commits. */
export interface Rollback {
  readonly wanted: Versions;
  readonly sources: ReadonlyMap<string, Revision>;
  /** Selected services that had no other version before. */
  readonly withoutEarlier: readonly string[];
}

/**
 * The state before the last change of images: of all that changed then, or of each selected service its own. `history`
 * begins with the newest state, and is asked for no more than is needed.
 */
export function planRollback(
  now: StatedImages,
  history: Iterable<Revision>,
  selected: readonly string[],
): Rollback {
  const open = new Map(
    selected.length === 0
      ? [['', now.names]]
      : selected.map((name) => [name, selectedNames(now.names, [name])]),
  );
  const sources = new Map<string, Revision>();
  for (const revision of history) {
    takeFrom(revision, now.versions, open, sources);
    if (open.size === 0) break;
  }
  return { ...rollbackTo(sources), withoutEarlier: [...open.keys()].filter((group) => group !== '') };
}

/** Takes what differs in a state for those groups of images that no newer state differed for. */
function takeFrom(
  revision: Revision,
  now: Versions,
  open: Map<string, readonly string[]>,
  sources: Map<string, Revision>,
): void {
  for (const [group, names] of open) {
    const changed = names.filter((name) => isOther(name, now, revision.versions));
    for (const name of changed) sources.set(name, revision);
    if (changed.length > 0) open.delete(group);
  }
}

/** The versions of one state: of all images that had one then and still exist, or of the selected. */
export function planReturn(now: StatedImages, revision: Revision, selected: readonly string[]): Rollback {
  const names = selectedNames(now.names, selected);
  const known = names.filter((name) => revision.versions.has(name));
  const services = selected.filter((service) => !selectedNames(known, [service]).length);
  return { ...rollbackTo(new Map(known.map((name) => [name, revision]))), withoutEarlier: services };
}

function isOther(name: string, now: Versions, then: Versions): boolean {
  const version = then.get(name);
  return version !== undefined && version !== now.get(name);
}

function rollbackTo(sources: ReadonlyMap<string, Revision>): Pick<Rollback, 'wanted' | 'sources'> {
  const sorted = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
  const wanted = sorted.map(([name, { versions }]) => [name, versions.get(name) as string] as const);
  return { wanted: new Map(wanted), sources };
}

import type { Versions } from './image-version.ts';
import type { Revision } from './plan-rollback.ts';

/** The images of a plan whose version no committed state had; the history is read no further than it has to be. */
export function unproven(wanted: Versions, history: Iterable<Revision>): readonly string[] {
  const open = new Set(wanted.keys());
  if (open.size === 0) return [];
  for (const { versions } of history) {
    for (const name of open) if (versions.get(name) === wanted.get(name)) open.delete(name);
    if (open.size === 0) break;
  }
  return [...open];
}

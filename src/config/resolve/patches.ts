import type { Patch, PatchChange } from '../../model/patch.ts';
import type { PatchInput } from '../schema/patches.ts';
import type { Scope } from './scope.ts';

/** The patches of an environment. What they change is known once it is rendered, so much of what can be wrong is told there. */
export function patchesOf({ document, placeOf }: Scope): readonly Patch[] {
  const patches = Object.entries(document.patches).sort(([a], [b]) => (a < b ? -1 : 1));
  return patches.map(([name, { target, patch, reason, owner }]) => ({
    name,
    target: { kind: target.kind, name: target.name, namespace: target.namespace },
    change: changeOf(patch),
    reason,
    owner,
    place: placeOf(['patches', name]),
  }));
}

function changeOf(written: PatchInput['patch']): PatchChange {
  if (Array.isArray(written)) return { type: 'operations', operations: written };
  // What YAML reads is made of nothing else.
  return { type: 'merge', fields: written } as PatchChange;
}

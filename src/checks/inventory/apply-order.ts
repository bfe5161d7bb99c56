import type { ManifestObject } from '../../model/manifest.ts';

const HOOK = 'argocd.argoproj.io/hook';
const WAVE = 'argocd.argoproj.io/sync-wave';

/** When Argo CD applies an object: phases one after the other, in each the waves. */
export interface ApplyOrder {
  readonly phase: number;
  readonly wave: number;
}

const PHASES: Readonly<Record<string, number>> = { PreSync: -1, Sync: 0, PostSync: 1 };

/**
 * When an object is applied in a sync that goes well; undefined for hooks that it has none of.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export function applyOrderOf({ metadata }: ManifestObject): ApplyOrder | undefined {
  const { [HOOK]: hook, [WAVE]: wave = '0' } = metadata.annotations ?? {};
  const phase = hook === undefined ? 0 : firstPhase(hook);
  return phase === undefined ? undefined : { phase, wave: Number(wave) || 0 };
}

/** Of several hooks, the first one has to find what it needs. */
function firstPhase(hook: string): number | undefined {
  const phases = hook.split(',').map((name) => PHASES[name.trim()]);
  const known = phases.filter((phase) => phase !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** Whether something is applied only after something else is. Within a wave, Argo CD orders by kind. */
export function isAfter(one: ApplyOrder, other: ApplyOrder): boolean {
  return one.phase === other.phase ? one.wave > other.wave : one.phase > other.phase;
}

/** For messages: `wave -5`, `PreSync wave 0`. */
export function orderText({ phase, wave }: ApplyOrder): string {
  const name = Object.keys(PHASES).find((hook) => PHASES[hook] === phase);
  return phase === 0 ? `wave ${wave}` : `${name} wave ${wave}`;
}

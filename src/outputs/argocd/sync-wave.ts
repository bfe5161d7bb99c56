/**
 * The order in which the root Application brings what it holds: projects, then add-ons, each after those it needs, then
 * what environments stand on, whose objects are of the add-ons' kinds, then everything else, in the turns of services.
 */
const WAVES = {
  project: -30,
  'add-on-first': -20,
  'add-on': -15,
  'add-on-last': -10,
  base: 0,
  part: 10,
} as const;

/** A place in that order. */
export type Turn = keyof typeof WAVES;

/** The annotation for it, or for so many waves later. */
export function syncWave(turn: Turn, later = 0): Record<string, string> {
  return { 'argocd.argoproj.io/sync-wave': String(WAVES[turn] + later) };
}

/**
 * The order in which the root Application brings what it holds: projects, then add-ons, each after those it needs, then
 * environments, whose objects are of the add-ons' kinds.
 */
const WAVES = {
  project: -30,
  'add-on-first': -20,
  'add-on': -15,
  'add-on-last': -10,
  environment: 0,
  previews: 10,
} as const;

/** A place in that order. */
export type Turn = keyof typeof WAVES;

/** The annotation for it. */
export function syncWave(turn: Turn): Record<string, string> {
  return { 'argocd.argoproj.io/sync-wave': String(WAVES[turn]) };
}

import type { ServiceKind } from './service.ts';

/** What charts, rules and input checks ask about a kind of service, in place of which kind it is. */
export interface KindTraits {
  /** What services of the kind do, for the reference of the input. */
  readonly summary: string;
  /** Its pods end of their own accord, as those of Jobs do: no probes, no drain, no sidecar that stays. */
  readonly endsByItself: boolean;
  /** It starts when its schedule says so. */
  readonly runsOnSchedule: boolean;
  /** It runs once per release, which waits for its end. */
  readonly runsPerRelease: boolean;
  /** Whether it listens: a kind with `none` is never called, so nothing has to be routed to it or away from it. */
  readonly ports: 'required' | 'optional' | 'none';
  /** Requests are what it is there for: it may be exposed, and promise something about them. */
  readonly takesRequests: boolean;
  /** How many pods it has: as its scaling says, between two bounds or always the same; or as its runs need. */
  readonly replicas: 'scaled' | 'fixed' | 'none';
  /** New pods come up beside the old ones, as in a Deployment or Rollout. */
  readonly isRolledOut: boolean;
  /** Each pod has a name that callers use, and no substitute: nothing to balance, and it goes before its successor comes. */
  readonly hasNamedPods: boolean;
  /** Each pod keeps a volume, so its state outlives it. */
  readonly keepsVolume: boolean;
}

/** A new kind is a new row, which has to answer everything that is asked. */
export const KIND_TRAITS: Readonly<Record<ServiceKind, KindTraits>> = {
  web: {
    summary: 'serves requests',
    endsByItself: false,
    runsOnSchedule: false,
    runsPerRelease: false,
    ports: 'required',
    takesRequests: true,
    replicas: 'scaled',
    isRolledOut: true,
    hasNamedPods: false,
    keepsVolume: false,
  },
  worker: {
    summary: 'consumes',
    endsByItself: false,
    runsOnSchedule: false,
    runsPerRelease: false,
    ports: 'optional',
    takesRequests: false,
    replicas: 'scaled',
    isRolledOut: true,
    hasNamedPods: false,
    keepsVolume: false,
  },
  cron: {
    summary: 'on a schedule',
    endsByItself: true,
    runsOnSchedule: true,
    runsPerRelease: false,
    ports: 'none',
    takesRequests: false,
    replicas: 'none',
    isRolledOut: false,
    hasNamedPods: false,
    keepsVolume: false,
  },
  task: {
    summary: 'once per release',
    endsByItself: true,
    runsOnSchedule: false,
    runsPerRelease: true,
    ports: 'none',
    takesRequests: false,
    replicas: 'none',
    isRolledOut: false,
    hasNamedPods: false,
    keepsVolume: false,
  },
  stateful: {
    summary: 'keeps a volume',
    endsByItself: false,
    runsOnSchedule: false,
    runsPerRelease: false,
    ports: 'optional',
    takesRequests: true,
    replicas: 'fixed',
    isRolledOut: false,
    hasNamedPods: true,
    keepsVolume: true,
  },
};

/** All kinds, in the order they are listed for people. */
export const SERVICE_KINDS = Object.keys(KIND_TRAITS) as readonly ServiceKind[];

/** Whether two versions of a service can share out its requests: variants, canary and blue-green releases. */
export function canSplitRequests(kind: ServiceKind): boolean {
  const { isRolledOut, takesRequests } = KIND_TRAITS[kind];
  return isRolledOut && takesRequests;
}

import { KIND_TRAITS } from './kind-traits.ts';
import type { Service } from './service.ts';

/**
 * When services come up the first time, by name: turn 0 needs nobody, each later one only those before it. A Job has to
 * end before a sync goes on, so what it works with has to run by then: for a migration the stateful services that its
 * service uses, for a task all services, as its work is all it is there for. Other pods wait for one another by
 * themselves. The configuration refuses Jobs that wait for each other.
 */
export function turnsOf(services: readonly Service[]): ReadonlyMap<string, number> {
  const byName = new Map(services.map((service) => [service.name, service]));
  const turns = new Map<string, number>();
  const turnOf = (service: Service): number => {
    const known = turns.get(service.name);
    if (known !== undefined) return known;
    turns.set(service.name, 0);
    const before = awaitedBy(service, byName).map((other) => turnOf(other) + 1);
    const turn = Math.max(0, ...before);
    turns.set(service.name, turn);
    return turn;
  };
  for (const service of services) turnOf(service);
  return turns;
}

/** The services that have to run before the Job of a service can end. */
export function awaitedBy(
  { kind, migrate, dependencies }: Pick<Service, 'kind' | 'migrate' | 'dependencies'>,
  services: ReadonlyMap<string, Service>,
): readonly Service[] {
  const { runsPerRelease } = KIND_TRAITS[kind];
  if (!runsPerRelease && !migrate) return [];
  const used = dependencies.flatMap((edge) => (edge.to === 'service' ? [services.get(edge.name)] : []));
  return used
    .filter((other) => other !== undefined)
    .filter((other) => runsPerRelease || KIND_TRAITS[other.kind].keepsVolume);
}

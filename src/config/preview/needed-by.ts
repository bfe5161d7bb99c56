import type { Service } from '../../model/service.ts';

/** The services of those names and all that they use, directly or through one another; in the order of `services`. */
export function neededBy(names: readonly string[], services: readonly Service[]): readonly Service[] {
  const byName = new Map(services.map((service) => [service.name, service]));
  const needed = new Set<string>(names);
  // A set gives what is added to it while it is read, so this ends when nothing new is found.
  for (const name of needed) {
    for (const edge of byName.get(name)?.dependencies ?? []) {
      if (edge.to === 'service') needed.add(edge.name);
    }
  }
  return services.filter(({ name }) => needed.has(name));
}

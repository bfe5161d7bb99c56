import type { Service } from '../../model/service.ts';
import { awaitedBy } from '../../model/turns.ts';
import type { Report } from '../report.ts';

/**
 * Reports migrations that wait for each other: each needs a stateful service to run that starts only after a migration of
 * its own. Neither would ever begin in an empty cluster.
 */
export function reportJobsInCircles(services: readonly Service[], report: Report): void {
  const byName = new Map(services.map((service) => [service.name, service]));
  for (const service of services) {
    const circle = circleFrom(service, byName);
    // Each circle is told once, at the first of its names.
    if (!circle || circle.some((name) => name < service.name)) continue;
    const way = [...circle, service.name].map((name) => `\`${name}\``).join(' waits for ');
    report(['services', service.name, 'migrate'], `never starts: ${way}`, {
      fix: 'let one of them do without migrate, or without the other in uses',
      at: 'key',
    });
  }
}

/** The names on the shortest way from a service back to itself. */
function circleFrom(start: Service, services: ReadonlyMap<string, Service>): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways: (readonly Service[])[] = [[start]];
  for (const way of ways) {
    for (const next of awaitedBy(way.at(-1) as Service, services)) {
      if (next === start) return way.map(({ name }) => name);
      if (seen.has(next.name)) continue;
      seen.add(next.name);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

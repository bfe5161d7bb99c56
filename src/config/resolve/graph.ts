import type { Caller, OutsideHost } from '../../model/dependency.ts';
import type { PublicHost, PublicRoute } from '../../model/environment.ts';
import type { Service } from '../../model/service.ts';
import type { Report } from '../report.ts';
import type { ServiceWithoutCallers } from './service.ts';

/** The services with the other ends of their edges: who calls each, sorted by name. One pass over all edges. */
export function withCallers(services: readonly ServiceWithoutCallers[]): readonly Service[] {
  const callers = new Map<string, Caller[]>();
  for (const service of services) {
    for (const edge of service.dependencies) {
      if (edge.to !== 'service') continue;
      const list = callers.get(edge.name);
      if (list) list.push({ service: service.name, edge });
      else callers.set(edge.name, [{ service: service.name, edge }]);
    }
  }
  return services.map((service) => ({ ...service, callers: callers.get(service.name) ?? [] }));
}

/** Every host outside the mesh that any edge reaches, with all its ports; hosts and ports sorted. */
export function outsideHosts(services: readonly Service[]): readonly OutsideHost[] {
  const hosts = new Map<string, Map<number, OutsideHost['ports'][number]>>();
  for (const { dependencies } of services) {
    for (const edge of dependencies) {
      if (edge.to === 'service') continue;
      for (const { host, port, protocol } of edge.endpoints) {
        const ports = hosts.get(host) ?? new Map();
        hosts.set(host, ports.set(port, { number: port, protocol }));
      }
    }
  }
  return [...hosts]
    .map(([host, ports]) => ({ host, ports: [...ports.values()].sort((a, b) => a.number - b.number) }))
    .sort((a, b) => (a.host < b.host ? -1 : 1));
}

/** The public hosts with their routes, longest path first. Reports a path of one host that two services claim. */
export function publicHosts(
  services: readonly Service[],
  domain: string,
  report: Report,
): readonly PublicHost[] {
  const routesByName = new Map<string, PublicRoute[]>();
  for (const service of services) {
    const { expose } = service;
    if (!expose) continue;
    const routes = routesByName.get(expose.host) ?? [];
    routesByName.set(expose.host, routes);
    for (const path of expose.paths) {
      const other = routes.find((route) => route.path === path);
      if (other) {
        const place = ['services', service.name, 'expose', 'paths'];
        report(place, `${expose.host}.${domain}${path} leads to \`${other.service.name}\` already`);
      }
      routes.push({ path, service, expose });
    }
  }
  return [...routesByName]
    .map(([name, routes]) => ({ name, host: `${name}.${domain}`, routes: routes.sort(longestFirst) }))
    .sort((a, b) => (a.host < b.host ? -1 : 1));
}

function longestFirst(a: PublicRoute, b: PublicRoute): number {
  return b.path.length - a.path.length || (a.path < b.path ? -1 : 1);
}

import { type Caller, type OutsideDependency, type OutsideHost, outsideOf } from '../../model/dependency.ts';
import type { PublicHost, PublicRoute } from '../../model/environment.ts';
import type { Expose, Service } from '../../model/service.ts';
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

/**
 * Every host outside the mesh that any edge reaches, with all its ports; sorted by name, ports ascending. Reports a
 * port that two edges speak to in different ways: the mesh knows one.
 */
export function outsideHosts(services: readonly Service[], report: Report): readonly OutsideHost[] {
  const hosts = new Map<string, HostUse>();
  for (const { dependencies } of services) {
    for (const edge of outsideOf(dependencies)) addEndpoint(edge, hosts, report);
  }
  return named(hosts).sort((a, b) => (a.name < b.name ? -1 : 1));
}

type OutsidePort = OutsideHost['ports'][number];

/** How edges use a host: the first of their labels, and its ports by number. */
interface HostUse {
  label: string;
  nodeRanges: readonly string[] | undefined;
  resource: OutsideHost['resource'];
  readonly ports: Map<number, OutsidePort>;
}

function addEndpoint(edge: OutsideDependency, hosts: Map<string, HostUse>, report: Report): void {
  const { label, port, protocol, reach } = edge.endpoint;
  const { host, nodeRanges } = reach;
  const resource = edge.to === 'resource' ? edge.resource : undefined;
  const use = hosts.get(host) ?? { label, nodeRanges, resource, ports: new Map<number, OutsidePort>() };
  hosts.set(host, use);
  if (label < use.label) use.label = label;
  const known = use.ports.get(port);
  if (!known) use.ports.set(port, { number: port, protocol });
  else if (known.protocol !== protocol)
    reportTwoProtocols(edge, `${host}:${port}`, [protocol, known.protocol], report);
}

function reportTwoProtocols(
  { to, name }: OutsideDependency,
  where: string,
  [here, elsewhere]: readonly [string, string],
  report: Report,
): void {
  const path = to === 'external' ? ['externals', name, 'protocol'] : ['resources', name];
  const fix = 'let both have one protocol';
  report(path, `${where} is spoken to as ${here} here and as ${elsewhere} elsewhere`, { fix });
}

/** Two hosts of one label, such as an external named after a resource's endpoint, go by their host names. */
function named(hosts: ReadonlyMap<string, HostUse>): OutsideHost[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { label } of hosts.values()) (seen.has(label) ? shared : seen).add(label);
  return [...hosts].map(([host, { label, nodeRanges, resource, ports }]) => ({
    name: shared.has(label) ? host.replace('*', 'wildcard') : label,
    host,
    nodeRanges,
    resource,
    ports: [...ports.values()].sort((a, b) => a.number - b.number),
  }));
}

/** The public hosts with their routes, longest path first. Reports a path of one host that two services claim. */
export function publicHosts(
  services: readonly Service[],
  domain: string,
  report: Report,
): readonly PublicHost[] {
  const hosts = new Map<string, Claims>();
  for (const service of services) {
    if (!service.expose) continue;
    const { host } = service.expose;
    claim(claimsOf(host, hosts), service, service.expose, { host: `${host}.${domain}`, report });
    const { release } = service;
    const preview = release?.strategy === 'blue-green' ? release.preview : undefined;
    if (!preview || !('host' in preview) || preview.host === host) continue;
    const where = { host: `${preview.host}.${domain}`, report, isPreview: true };
    claim(claimsOf(preview.host, hosts), service, service.expose, where);
  }
  return [...hosts]
    .map(([name, { routes }]) => ({ name, host: `${name}.${domain}`, routes: routes.sort(longestFirst) }))
    .sort((a, b) => (a.host < b.host ? -1 : 1));
}

interface Where {
  readonly host: string;
  readonly report: Report;
  readonly isPreview?: boolean;
}

function claimsOf(host: string, hosts: Map<string, Claims>): Claims {
  const claims = hosts.get(host) ?? { routes: [], owners: new Map() };
  hosts.set(host, claims);
  return claims;
}

function claim({ routes, owners }: Claims, service: Service, expose: Expose, where: Where): void {
  const { host, report, isPreview } = where;
  for (const [index, path] of expose.paths.entries()) {
    const owner = owners.get(withoutSlash(path));
    const steps = isPreview ? ['release', 'preview', 'host'] : ['expose', 'paths', index];
    if (owner) {
      const fix = isPreview ? 'choose another host' : 'choose another path';
      report(['services', service.name, ...steps], `${host}${path} leads to \`${owner}\` already`, { fix });
    }
    owners.set(withoutSlash(path), service.name);
    routes.push({ path, service, expose, isPreview });
  }
}

/** What services claim of one host: their routes, and who has each path. */
interface Claims {
  readonly routes: PublicRoute[];
  readonly owners: Map<string, string>;
}

/** A path with a slash at its end and one without lead to the same place. */
function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

function longestFirst(a: PublicRoute, b: PublicRoute): number {
  return b.path.length - a.path.length || (a.path < b.path ? -1 : 1);
}

import { identifyingCloud } from '../../../choices/clouds/index.ts';
import type {
  Dependency,
  ExternalDependency,
  ResourceDependency,
  ServiceDependency,
} from '../../model/dependency.ts';
import type { Endpoint } from '../../model/endpoint.ts';
import { type Access, mainEndpoint } from '../../model/resource.ts';
import { nearest } from '../../words/nearest.ts';
import { istioDuration } from '../duration.ts';
import type { ServiceInput } from '../schema/service.ts';
import type { UseInput } from '../schema/traffic.ts';
import { checkCallPolicy, timeOfEachTry } from './call-policy.ts';
import { identityOf } from './identity.ts';
import { networkRange } from './network-range.ts';
import { portNamed, portsOf } from './ports.ts';
import type { ResolvedResource, Scope } from './scope.ts';

/** Every edge that leaves a service, sorted by name. Reports uses of what does not exist or cannot be used so. */
export function dependenciesOf(name: string, service: ServiceInput, scope: Scope): readonly Dependency[] {
  const edges: Dependency[] = [];
  for (const target of Object.keys(service.uses ?? {}).sort()) {
    const edge = dependency(name, target, service.uses?.[target] as UseInput, scope);
    if (edge) edges.push(edge);
  }
  const tokens = tokenService(name, service, scope);
  if (tokens) edges.push(tokens);
  return edges;
}

function dependency(service: string, target: string, use: UseInput, scope: Scope): Dependency | undefined {
  const path = ['services', service, 'uses', target];
  const section = scope.declared.get(target);
  if (section === undefined) {
    if (scope.hasUnread) return undefined;
    const guess = nearest(target, scope.declared.keys());
    const fix = guess
      ? `write \`${guess}\``
      : 'declare it in services, resources or externals, or remove the use with null where there is none';
    scope.report(path, `nothing is named \`${target}\` here`, { fix, at: 'key' });
    return undefined;
  }
  if (target === service) {
    scope.report(path, 'a service cannot use itself', { fix: 'remove it', at: 'key' });
    return undefined;
  }
  reportUseless(path, section, use, scope);
  if (section === 'services') return serviceDependency(path, target, use, scope);
  return section === 'resources'
    ? resourceDependency(path, target, use, scope)
    : externalDependency(target, scope);
}

const USEFUL = {
  services: ['port', 'timeout', 'retries', 'idempotent'],
  resources: ['access'],
  externals: [],
} as const;

/** Settings that this kind of dependency has no use for: they would be ignored. */
function reportUseless(path: string[], section: keyof typeof USEFUL, use: UseInput, scope: Scope): void {
  const useful: readonly string[] = USEFUL[section];
  for (const [key, value] of Object.entries(use)) {
    if (useful.includes(key) || value === undefined || value === false) continue;
    const known = useful.length === 0 ? 'nothing can be said of it' : `it has: ${useful.join(', ')}`;
    scope.report([...path, key], `${key} means nothing for one of the ${section}`, {
      fix: `remove it; ${known}`,
      at: 'key',
    });
  }
}

function serviceDependency(
  path: string[],
  target: string,
  use: UseInput,
  scope: Scope,
): ServiceDependency | undefined {
  const callee = scope.services.get(target);
  if (!callee) return undefined;
  const port = portNamed(portsOf(callee), use.port, [...path, 'port'], target, scope.report);
  if (!port) return undefined;
  const perTry = timeOfEachTry(use);
  checkCallPolicy(path, use, { name: target, port, latency: callee.slo?.latency }, scope.report);
  return {
    to: 'service',
    name: target,
    port,
    timeout: use.timeout === undefined ? undefined : istioDuration(use.timeout),
    retries: use.retries,
    perTryTimeout: perTry === undefined ? undefined : istioDuration(perTry),
    idempotent: use.idempotent,
  };
}

function resourceDependency(
  path: string[],
  target: string,
  use: UseInput,
  scope: Scope,
): ResourceDependency | undefined {
  const resolved = scope.resources.get(target);
  if (!resolved) return undefined;
  const { resource, facts } = resolved;
  const access = accessOf(path, use, resolved, scope);
  if (facts.accesses && access === undefined) return undefined;
  return { to: 'resource', name: target, resource, access, endpoint: endpointFor(resolved, access) };
}

/** What is asked for. Reports what the type does not know, and that it is said or not said against what the type can tell apart. */
function accessOf(
  path: string[],
  use: UseInput,
  { resource, facts }: ResolvedResource,
  { report }: Scope,
): Access | undefined {
  const { accesses } = facts;
  const said = use.access;
  if (!accesses) {
    if (said !== undefined) reportIneffectiveAccess([...path, 'access'], said, facts.one, report);
    return undefined;
  }
  const known = Object.keys(accesses) as readonly Access[];
  const access = known.find((one) => one === said);
  const words = known.map((item) => `\`${item}\``).join(', ');
  if (said === undefined) {
    const fix = `write {access: ${known[0]}}`;
    report([...path, 'access'], `missing: expected ${words}`, { fix, at: 'key' });
  } else if (access === undefined) {
    const fix =
      said === 'write'
        ? 'write `read-write`: who may write reaches the writer, and may read there'
        : undefined;
    report([...path, 'access'], `expected ${words} for ${resource.name}`, {
      found: said,
      ...(fix && { fix }),
    });
  }
  return access;
}

/** Everybody reaches one endpoint with one account, so `read` would be a promise that nothing holds. */
function reportIneffectiveAccess(path: string[], said: string, one: string, report: Scope['report']): void {
  const message = `\`${said}\` changes nothing: what may be done with a ${one} is up to the account or role of the service`;
  report(path, message, { fix: 'remove access', at: 'key' });
}

/** The endpoint that an access leads to; without one, the first. */
export function endpointFor({ resource, facts }: ResolvedResource, access: Access | undefined): Endpoint {
  const name = access && facts.accesses?.[access];
  return resource.endpoints.find((endpoint) => endpoint.name === name) ?? mainEndpoint(resource);
}

function externalDependency(target: string, scope: Scope): ExternalDependency | undefined {
  const external = scope.externals.get(target);
  if (!external) return undefined;
  const { host, port, protocol } = external;
  const by = ['externals', target];
  const network = networkRange('internet', scope.document, { by, report: scope.report });
  return {
    to: 'external',
    name: target,
    endpoint: { name: 'main', label: target, port, protocol, reach: { kind: 'host', host, network } },
  };
}

/** A pod that is somebody in the cloud asks a service of it for its credentials, where that is a host. */
function tokenService(name: string, service: ServiceInput, scope: Scope): ExternalDependency | undefined {
  const { document, report } = scope;
  const identity = identityOf(service, document);
  const tokens = identity && identifyingCloud(identity.cloud)?.tokenService(document.cluster);
  if (!tokens) return undefined;
  const { host, label } = tokens;
  const network = networkRange(tokens.network, document, { by: ['services', name, 'roleArn'], report });
  const reach = { kind: 'host', host, network } as const;
  return {
    to: 'external',
    name: tokens.name,
    endpoint: { name: 'main', label, port: 443, protocol: 'TLS', reach },
  };
}

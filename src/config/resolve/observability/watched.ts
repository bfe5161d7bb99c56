import type { Endpoint } from '../../../model/dependency.ts';
import type { Service } from '../../../model/service.ts';
import type { CloudResource, WatchedResource } from '../../../model/watched.ts';
import { cloudResource } from '../../providers/aws-name.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';
import { resourceNamed } from '../resource-named.ts';
import type { ResolvedResource, Scope } from '../scope.ts';

type Services = readonly Pick<Service, 'dependencies'>[];

/** Types that have an exporter. */
const TYPES = ['postgres', 'redis', 'mongodb', 'opensearch'] as const;

/**
 * The resources in use whose own metrics are read, sorted by name. Reports accounts for what has no exporter, and
 * resources whose exporter would have the name of another program.
 */
export function watchedResourcesOf(
  accounts: ObservabilityInput['resources'],
  services: Services,
  scope: Scope,
): readonly WatchedResource[] {
  for (const name of Object.keys(accounts)) {
    resourceNamed(name, { types: TYPES, path: ['observability', 'resources', name], at: 'key' }, scope);
  }
  return usedResources(services, scope).flatMap((resource) => {
    const { name, values, endpoints } = resource;
    const type = TYPES.find((known) => known === resource.type);
    if (!type) return [];
    checkName(name, scope);
    const account = Object.hasOwn(accounts, name) ? accounts[name] : undefined;
    return {
      name,
      type,
      endpoints: distinct([...endpoints.values()]),
      database: values['database'] ?? '',
      secret: account?.secret ?? `${resource.secret}-monitoring`,
    };
  });
}

/** The resources in use that CloudWatch has metrics of, sorted by name. */
export function cloudResourcesOf(services: Services, scope: Scope): readonly CloudResource[] {
  return usedResources(services, scope).flatMap((resource) => cloudResource(resource) ?? []);
}

/** Resources that some service uses, sorted by name. */
function usedResources(services: Services, { resources }: Scope): readonly ResolvedResource[] {
  const used = new Set<string>();
  for (const { dependencies } of services) {
    for (const { to, name } of dependencies) if (to === 'resource') used.add(name);
  }
  return [...used].sort().flatMap((name) => resources.get(name) ?? []);
}

/** Programs that run once, named like the exporter of a resource: `<resource>-exporter`. */
const OTHER_EXPORTERS = new Set(['blackbox', 'cloudwatch', 'node']);

function checkName(name: string, { report }: Scope): void {
  if (!OTHER_EXPORTERS.has(name)) return;
  const message = `its exporter, ${name}-exporter, has the name of another program`;
  report(['resources', name], message, { at: 'key', fix: 'rename it' });
}

/** A reader at the host of the writer is the same database; sorted by label. */
function distinct(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const byAddress = new Map<string, Endpoint>();
  for (const endpoint of endpoints) {
    const address = `${endpoint.host}:${endpoint.port}`;
    if (!byAddress.has(address)) byAddress.set(address, endpoint);
  }
  return [...byAddress.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
}

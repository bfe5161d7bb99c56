import { type ResourceTypeName, resourceTypes, typeOf } from '../../../../resources/index.ts';
import { resourcesOf } from '../../../model/dependency.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Service } from '../../../model/service.ts';
import type { CloudResource, WatchedResource } from '../../../model/watched.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';
import { resourceNamed } from '../resource-named.ts';
import type { Scope } from '../scope.ts';

type Services = readonly Pick<Service, 'dependencies'>[];

/** Types that an exporter asks, with an account. */
const TYPES = (Object.keys(resourceTypes) as ResourceTypeName[]).filter(
  (type) => resourceTypes[type].watching?.reader.kind === 'program',
);

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
  return usedResources(services).flatMap((resource): readonly WatchedResource[] => {
    const { name, credentials } = resource;
    const reader = typeOf(resource).watching?.reader;
    if (!reader) return [];
    if (reader.kind === 'own' || !credentials) return [{ resource, account: undefined }];
    checkName(name, scope);
    const own = Object.hasOwn(accounts, name) ? accounts[name] : undefined;
    const key = own?.secret ?? `${credentials.key}-monitoring`;
    return [{ resource, account: { kind: 'remote', key } }];
  });
}

/** The resources in use that CloudWatch has metrics of, sorted by name. */
export function cloudResourcesOf(services: Services): readonly CloudResource[] {
  return usedResources(services).flatMap((resource) => {
    const { cloudName } = resource;
    return cloudName === undefined ? [] : { ...resource, cloudName };
  });
}

/** Resources that some service uses, sorted by name. */
function usedResources(services: Services): readonly Resource[] {
  const used = new Map<string, Resource>();
  for (const { dependencies } of services) {
    for (const resource of resourcesOf(dependencies)) used.set(resource.name, resource);
  }
  return [...used.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Programs that run once, named like the exporter of a resource: `<resource>-exporter`. */
const OTHER_EXPORTERS = new Set(['blackbox', 'cloudwatch', 'node']);

function checkName(name: string, { report }: Scope): void {
  if (!OTHER_EXPORTERS.has(name)) return;
  const message = `its exporter, ${name}-exporter, has the name of another program`;
  report(['resources', name], message, { at: 'key', fix: 'rename it' });
}

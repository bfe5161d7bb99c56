import type { Finding } from '../../model/finding.ts';
import { isMap, type YamlMap } from '../source.ts';
import type { Words } from './row.ts';

/** Words for the objects of a service: `$variant` is what follows the service in the object's name. */
export function serviceWords(service: string, { object }: Finding): Words {
  const prefix = `${service}-`;
  const $variant = object.name.startsWith(prefix) ? object.name.slice(prefix.length) : undefined;
  return { $service: service, $variant };
}

/**
 * Words for the objects of an environment as a whole: `$role` is what the namespace is for, `$short` the name without
 * the platform's, `$main` without the end of a resource, `$exposed` the service that answers at a public host.
 */
export function concernWords(finding: Finding, environment: YamlMap, platform: YamlMap): Words {
  const { kind, name, namespace } = finding.object;
  const prefix = `${finding.platform}-`;
  return {
    $name: name,
    $role: roleOf(kind === 'Namespace' ? name : namespace, environment, platform),
    $short: name.startsWith(prefix) ? name.slice(prefix.length) : name,
    $main: name.replace(/-(?:writer|reader)$/, ''),
    $exposed: name.startsWith('public.') ? exposedAt(name.slice('public.'.length), platform) : undefined,
  };
}

function roleOf(name: string | undefined, ...documents: readonly YamlMap[]): string | undefined {
  for (const { namespaces } of documents) {
    const roles = isMap(namespaces) ? Object.entries(namespaces) : [];
    const role = roles.find(([, value]) => value === name)?.[0];
    if (role !== undefined) return role;
  }
  return undefined;
}

function exposedAt(host: string, { services }: YamlMap): string | undefined {
  for (const [name, service] of Object.entries(isMap(services) ? services : {})) {
    const expose = isMap(service) ? service['expose'] : undefined;
    if (isMap(expose) && expose['host'] === host) return name;
  }
  return undefined;
}

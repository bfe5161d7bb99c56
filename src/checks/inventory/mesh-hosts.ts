import type { IServicePort, IServiceSpec } from 'kubernetes-models/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Inventory } from './inventory.ts';
import type { ServiceEntrySpec } from './istio.ts';
import { oncePerInventory } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';
import { rendersWhole } from './whole-namespaces.ts';

/** What stands behind a host name of the mesh. */
export interface MeshHost {
  /** A Service or a ServiceEntry. */
  readonly object: ManifestObject;
  readonly ports: readonly number[];
}

/** What is known of a host: what stands behind it, that nothing does, or nothing at all (others may provide it). */
export type HostAnswer = MeshHost | 'missing' | 'unknown';

/** Answers which Service or ServiceEntry a host name stands for, as an object of a namespace writes it. */
export const meshHosts = oncePerInventory((inventory) => {
  const entries = entriesByHost(inventory);
  const answer = (host: string, from: string): HostAnswer => {
    const entry = entries.get(host);
    if (entry) return entry;
    const local = localName(host, from);
    if (!local) return 'unknown';
    const service = inventory.find('Service', local.namespace, local.name);
    if (service) return { object: service, ports: servicePorts(service).map(({ port }) => port) };
    return rendersWhole(inventory)(local.namespace) ? 'missing' : 'unknown';
  };
  // A host is named by each of its callers.
  const known = new Map<string, Map<string, HostAnswer>>();
  return (host: string, from: string): HostAnswer => {
    const answers = known.get(from) ?? new Map<string, HostAnswer>();
    known.set(from, answers);
    const found = answers.get(host) ?? answer(host, from);
    answers.set(host, found);
    return found;
  };
});

/** Name and namespace of the Service a host name stands for; undefined for hosts outside and for wildcards. */
export function localName(
  host: string,
  from: string,
): { readonly name: string; readonly namespace: string } | undefined {
  if (host.includes('*')) return undefined;
  // Names without a dot are completed with the namespace of the rule, not of the caller.
  if (!host.includes('.')) return { name: host, namespace: from };
  const [name = '', namespace = '', svc] = host.split('.');
  return svc === 'svc' ? { name, namespace } : undefined;
}

/** The ports of a Service. */
export function servicePorts(service: ManifestObject): readonly IServicePort[] {
  return specOf<IServiceSpec>(service).ports ?? [];
}

/** A host name that is the same for all ways to write it: `orders.shop.svc` for `orders` in shop. */
export function canonicalHost(host: string, from: string): string {
  const local = localName(host, from);
  return local ? `${local.name}.${local.namespace}.svc` : host;
}

function entriesByHost(inventory: Inventory): ReadonlyMap<string, MeshHost> {
  const byHost = new Map<string, MeshHost>();
  for (const object of inventory.ofKind('ServiceEntry', 'networking.istio.io')) {
    const { hosts = [], ports = [] } = specOf<ServiceEntrySpec>(object);
    const numbers = ports.map(({ number }) => number);
    for (const host of hosts) {
      const others = byHost.get(host)?.ports ?? [];
      byHost.set(host, { object, ports: [...others, ...numbers] });
    }
  }
  return byHost;
}

/** Whether the rendered objects of a namespace include a host: its Services and ServiceEntries, by full name. */
export const hostsOfNamespace = oncePerInventory(({ ofKind }) => {
  const hosts = new Set<string>();
  for (const service of ofKind('Service', '')) {
    const namespace = namespaceOf(service);
    hosts.add(`${namespace}/${service.metadata.name}.${namespace}.svc`);
  }
  for (const entry of ofKind('ServiceEntry', 'networking.istio.io')) {
    for (const host of specOf<ServiceEntrySpec>(entry).hosts ?? [])
      hosts.add(`${namespaceOf(entry)}/${host}`);
  }
  return hosts as ReadonlySet<string>;
});

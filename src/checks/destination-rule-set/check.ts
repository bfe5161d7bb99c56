import type { ManifestObject } from '../../model/manifest.ts';
import type { Check, Tell } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { canonicalHost, meshHosts } from '../inventory/mesh-hosts.ts';
import { destinationRules, destinationsOf } from '../inventory/mesh-routes.ts';
import { sidecarHosts } from '../inventory/sidecar-hosts.ts';
import { namespaceOf } from '../inventory/spec.ts';

export const destinationRuleSet: Check = {
  name: 'destination-rule-set',
  topic: 'mesh',
  severity: 'warning',
  summary:
    'Every Service that a route leads to, or that a Sidecar of its namespace names, has a DestinationRule.',
  why: 'Without one there is no limit of connections, requests and retries, and requests go on to pods that fail.',
  fix: 'Write a DestinationRule for the host. Charthouse does so for every service with ports, and for the preview of a release.',
  sources: ['https://istio.io/latest/docs/tasks/traffic-management/circuit-breaking/'],
  examine: (inventory, tell) => {
    const told = new Set<ManifestObject>();
    for (const { from, host } of called(inventory)) {
      const answer = meshHosts(inventory)(host, from);
      if (answer === 'missing' || answer === 'unknown' || answer.object.kind !== 'Service') continue;
      if (destinationRules(inventory).has(canonicalHost(host, from)) || told.has(answer.object)) continue;
      told.add(answer.object);
      tellMissing(answer.object, tell);
    }
  },
};

function tellMissing(service: ManifestObject, tell: Tell): void {
  tell(service, 'metadata.name', 'expected a DestinationRule for its host, found none');
}

/** Hosts that requests are led to, as an object of a namespace writes them. */
function* called(inventory: Inventory): Iterable<{ readonly from: string; readonly host: string }> {
  for (const object of inventory.ofKind('VirtualService', 'networking.istio.io')) {
    for (const { destination } of destinationsOf(inventory)(object))
      yield { from: namespaceOf(object), host: destination.host };
  }
  for (const sidecar of inventory.ofKind('Sidecar', 'networking.istio.io')) {
    const own = namespaceOf(sidecar);
    for (const { namespace, host } of sidecarHosts(inventory)(sidecar)) {
      if (namespace === own) yield { from: own, host };
    }
  }
}

import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Destination, DestinationRuleSpec } from '../inventory/istio.ts';
import { canonicalHost, meshHosts } from '../inventory/mesh-hosts.ts';
import { destinationRules, destinationsOf } from '../inventory/mesh-routes.ts';
import { listed, namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const meshSubsetKnown: Check = {
  name: 'mesh-subset-known',
  topic: 'mesh',
  severity: 'error',
  summary: 'Every subset that a VirtualService routes to is in a DestinationRule of that host.',
  why: 'The share of requests that is meant for the subset gets 503 (response flag NC).',
  fix: 'Name one of the subsets of the DestinationRule. In the input: `services.NAME.variants`.',
  sources: [
    'https://istio.io/latest/docs/ops/common-problems/network-issues/#503-errors-after-setting-destination-rule',
  ],
  examine: (inventory, tell) => {
    for (const object of inventory.ofKind('VirtualService', 'networking.istio.io')) {
      for (const { destination, field } of destinationsOf(inventory)(object)) {
        const fault = faultOf(inventory, destination, namespaceOf(object));
        if (fault) tell(object, `${field}.subset`, fault);
      }
    }
  },
};

function faultOf(inventory: Inventory, { host, subset }: Destination, from: string): string | undefined {
  if (subset === undefined) return undefined;
  const answer = meshHosts(inventory)(host, from);
  // Whoever owns the host may have DestinationRules of their own.
  if (typeof answer === 'string' || !rendersWhole(inventory)(namespaceOf(answer.object))) return undefined;
  const subsets = new Set(destinationRules(inventory).get(canonicalHost(host, from))?.flatMap(subsetsOf));
  return subsets.has(subset)
    ? undefined
    : `expected a subset of ${host} (${listed(subsets)}), found ${subset}`;
}

function subsetsOf(rule: ManifestObject): readonly string[] {
  return (specOf<DestinationRuleSpec>(rule).subsets ?? []).map(({ name }) => name);
}

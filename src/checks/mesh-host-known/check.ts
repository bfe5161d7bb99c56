import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { DestinationRuleSpec } from '../inventory/istio.ts';
import { meshHosts } from '../inventory/mesh-hosts.ts';
import { destinationsOf } from '../inventory/mesh-routes.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';

export const meshHostKnown: Check = {
  name: 'mesh-host-known',
  topic: 'mesh',
  severity: 'error',
  summary:
    'Every host that VirtualServices route to and DestinationRules are about is a Service or ServiceEntry.',
  why: 'Requests to an unknown host get 503; a DestinationRule for one leaves the real host without its timeouts and limits.',
  fix: 'Write the full name of a Service: `orders.shop.svc.cluster.local`. Short names are completed with the namespace of the rule, not of the caller.',
  sources: ['https://istio.io/latest/docs/reference/config/analysis/ist0101/'],
  examine: (inventory, tell) => {
    const answer = meshHosts(inventory);
    const virtualServices = inventory.ofKind('VirtualService', 'networking.istio.io');
    const rules = inventory.ofKind('DestinationRule', 'networking.istio.io');
    for (const { object, host, field } of [
      ...virtualServices.flatMap((object) => hostsOf(inventory, object)),
      ...rules.flatMap(hostOf),
    ]) {
      if (answer(host, namespaceOf(object)) !== 'missing') continue;
      tell(object, field, `expected a Service or ServiceEntry, found ${host}, which is not rendered`);
    }
  },
};

function hostsOf(inventory: Inventory, object: ManifestObject) {
  return destinationsOf(inventory)(object).map(({ destination: { host }, field }) => ({
    object,
    host,
    field: `${field}.host`,
  }));
}

function hostOf(object: ManifestObject) {
  const { host } = specOf<DestinationRuleSpec>(object);
  return host ? [{ object, host, field: 'spec.host' }] : [];
}

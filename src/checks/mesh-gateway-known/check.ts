import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { VirtualServiceSpec } from '../inventory/istio.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';

export const meshGatewayKnown: Check = {
  name: 'mesh-gateway-known',
  topic: 'mesh',
  severity: 'error',
  summary: 'Every Gateway that a VirtualService is bound to exists.',
  why: 'The routes are nowhere: requests from outside get 404.',
  fix: 'Write `namespace/name` of the Gateway; a name alone means the namespace of the VirtualService.',
  sources: ['https://istio.io/latest/docs/reference/config/analysis/ist0101/'],
  examine: (inventory, tell) => {
    const references = inventory.ofKind('VirtualService', 'networking.istio.io').flatMap(gatewaysOf);
    const used = new Set(references.map(({ namespace, name }) => `${namespace}/${name}`));
    // Others may have Gateways in a namespace of theirs. But who renders one there and binds nothing to it has
    // misspelt one of the two.
    const withUnused = new Set(
      inventory
        .ofKind('Gateway', 'networking.istio.io')
        .filter((gateway) => !used.has(`${namespaceOf(gateway)}/${gateway.metadata.name}`))
        .map(namespaceOf),
    );
    for (const { object, namespace, name, field } of references) {
      const isKnown = isLegible(inventory)(namespace) || withUnused.has(namespace);
      if (!isKnown || inventory.find('Gateway', namespace, name)) continue;
      tell(object, field, `expected a Gateway of ${namespace}, found ${name}, which is not rendered`);
    }
  },
};

function gatewaysOf(object: ManifestObject) {
  return (specOf<VirtualServiceSpec>(object).gateways ?? []).flatMap((gateway, index) => {
    if (gateway === 'mesh') return [];
    const [namespace, name] = gateway.includes('/') ? gateway.split('/') : [namespaceOf(object), gateway];
    return [{ object, namespace: namespace ?? '', name: name ?? '', field: `spec.gateways[${index}]` }];
  });
}

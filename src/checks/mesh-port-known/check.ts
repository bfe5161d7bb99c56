import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { DestinationRuleSpec, VirtualServiceSpec } from '../inventory/istio.ts';
import { meshHosts } from '../inventory/mesh-hosts.ts';
import { destinationsOf } from '../inventory/mesh-routes.ts';
import { listed, namespaceOf, specOf } from '../inventory/spec.ts';

export const meshPortKnown: Check = {
  name: 'mesh-port-known',
  topic: 'mesh',
  severity: 'error',
  summary: 'Every port of a VirtualService’s destinations and of a DestinationRule is a port of that host.',
  why: 'The sidecar has no cluster for such a port and answers 503; at a gateway the same happens when a host has several ports and none is named.',
  fix: 'Write a `port` of the Service (not its `targetPort`) or of the ServiceEntry.',
  sources: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination'],
  examine: (inventory, tell) => {
    const answer = meshHosts(inventory);
    const virtualServices = inventory.ofKind('VirtualService', 'networking.istio.io');
    const rules = inventory.ofKind('DestinationRule', 'networking.istio.io');
    for (const { object, host, port, field } of [
      ...virtualServices.flatMap((object) => routedPorts(inventory, object)),
      ...rules.flatMap(ruledPorts),
    ]) {
      const known = answer(host, namespaceOf(object));
      if (typeof known === 'string' || isPort(known.ports, port)) continue;
      tell(object, field, `expected a port of ${host} (${listed(known.ports)}), found ${port ?? 'none'}`);
    }
  },
};

interface PortReference {
  readonly object: ManifestObject;
  readonly host: string;
  /** Undefined: there has to be only one. */
  readonly port: number | undefined;
  readonly field: string;
}

function routedPorts(inventory: Inventory, object: ManifestObject): readonly PortReference[] {
  // Sidecars take the port of the request where none is named; gateways listen on ports of their own.
  const { gateways = ['mesh'] } = specOf<VirtualServiceSpec>(object);
  const isAtGateway = gateways.some((gateway) => gateway !== 'mesh');
  return destinationsOf(inventory)(object).flatMap(({ destination: { host, port }, field }) =>
    port || isAtGateway ? [{ object, host, port: port?.number, field: `${field}.port` }] : [],
  );
}

function ruledPorts(object: ManifestObject): readonly PortReference[] {
  const { host = '', trafficPolicy } = specOf<DestinationRuleSpec>(object);
  return (trafficPolicy?.portLevelSettings ?? []).flatMap(({ port }, index) =>
    port
      ? [{ object, host, port: port.number, field: `spec.trafficPolicy.portLevelSettings[${index}].port` }]
      : [],
  );
}

function isPort(known: readonly number[], port: number | undefined): boolean {
  return port === undefined ? known.length <= 1 : known.includes(port);
}

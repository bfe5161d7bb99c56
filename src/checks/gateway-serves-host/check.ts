import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { GatewaySpec, VirtualServiceSpec } from '../inventory/istio.ts';
import { listed, namespaceOf, specOf } from '../inventory/spec.ts';

export const gatewayServesHost: Check = {
  name: 'gateway-serves-host',
  topic: 'mesh',
  severity: 'error',
  summary: 'Every host of a VirtualService is served by the Gateways it is bound to.',
  why: 'The gateway ignores the route: requests for the host get 404, or the certificate of another.',
  fix: 'Add the host to `servers[].hosts` of the Gateway; a prefix such as `shop/` must be the namespace of the VirtualService.',
  sources: ['https://istio.io/latest/docs/reference/config/analysis/ist0132/'],
  examine: (inventory, tell) => {
    for (const object of inventory.ofKind('VirtualService', 'networking.istio.io')) {
      const served = servedHosts(inventory, object);
      if (!served) continue;
      specOf<VirtualServiceSpec>(object).hosts?.forEach((host, index) => {
        if (isInCluster(host) || served.some((pattern) => covers(pattern, host, namespaceOf(object)))) return;
        tell(
          object,
          `spec.hosts[${index}]`,
          `expected a host of its Gateways (${listed(served)}), found ${host}`,
        );
      });
    }
  },
};

/** Host patterns of the Gateways a VirtualService is bound to; undefined when one of them is not rendered. */
function servedHosts(inventory: Inventory, object: ManifestObject): readonly string[] | undefined {
  const { gateways = ['mesh'] } = specOf<VirtualServiceSpec>(object);
  const names = gateways.filter((name) => name !== 'mesh');
  const found = names.map((name) => {
    const [namespace = '', gateway = ''] = name.includes('/') ? name.split('/') : [namespaceOf(object), name];
    return inventory.find('Gateway', namespace, gateway);
  });
  if (names.length === 0 || found.includes(undefined)) return undefined;
  return found.flatMap((gateway) => (gateway ? patternsOf(gateway) : []));
}

/** A leading dot means the namespace of the Gateway. */
function patternsOf(gateway: ManifestObject): readonly string[] {
  const hosts = (specOf<GatewaySpec>(gateway).servers ?? []).flatMap((server) => server.hosts);
  return hosts.map((host) => (host.startsWith('./') ? namespaceOf(gateway) + host.slice(1) : host));
}

/** Names that only sidecars use: a VirtualService may serve both. */
function isInCluster(host: string): boolean {
  return !host.includes('.') ? host !== '*' : host.endsWith('.svc.cluster.local');
}

function covers(pattern: string, host: string, namespace: string): boolean {
  const slash = pattern.indexOf('/');
  const owner = slash < 0 ? '*' : pattern.slice(0, slash);
  const name = pattern.slice(slash + 1);
  if (owner !== '*' && owner !== namespace) return false;
  return name === '*' || name === host || isBelow(host, name) || isBelow(name, host);
}

/** Whether a host is one of those that a wildcard stands for. */
function isBelow(host: string, wildcard: string): boolean {
  return wildcard.startsWith('*') && host.endsWith(wildcard.slice(1));
}

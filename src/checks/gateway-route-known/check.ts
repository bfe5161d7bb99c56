import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { servicePorts } from '../inventory/mesh-hosts.ts';
import { listed, namespaceOf, specOf } from '../inventory/spec.ts';
import { isLegible, rendersWhole } from '../inventory/whole-namespaces.ts';

export const gatewayRouteKnown: Check = {
  name: 'gateway-route-known',
  topic: 'references',
  severity: 'error',
  summary: 'Every route of the Gateway API has a parent and backends that exist, at ports they have.',
  why: 'A route without parent is nowhere (404); one to an unknown backend answers 500.',
  fix: 'Name the Gateway in `parentRefs` and a Service with one of its ports in `backendRefs`, each with its namespace where it is another.',
  sources: ['https://gateway-api.sigs.k8s.io/reference/spec/#gateway.networking.k8s.io/v1.HTTPRoute'],
  examine: (inventory, tell) => {
    for (const route of KINDS.flatMap((kind) => inventory.ofKind(kind, 'gateway.networking.k8s.io'))) {
      const { parentRefs = [], rules = [] } = specOf<RouteSpec>(route);
      parentRefs.forEach((parent, index) => {
        const fault = parentFault(inventory, namespaceOf(route), parent);
        if (fault) tell(route, `spec.parentRefs[${index}]`, fault);
      });
      rules.forEach(({ backendRefs = [] }, rule) => {
        backendRefs.forEach((backend, index) => {
          const fault = backendFault(inventory, namespaceOf(route), backend);
          if (fault) tell(route, `spec.rules[${rule}].backendRefs[${index}]`, fault);
        });
      });
    }
  },
};

const KINDS = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'];

interface Reference {
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
}

interface RouteSpec {
  readonly parentRefs: readonly Reference[];
  readonly rules: readonly { readonly backendRefs?: readonly Reference[] }[];
}

function parentFault(inventory: Inventory, own: string, parent: Reference): string | undefined {
  const { kind = 'Gateway', name, namespace = own } = parent;
  if (kind !== 'Gateway' && kind !== 'Service') return undefined;
  const isKnown = kind === 'Gateway' ? isLegible(inventory) : rendersWhole(inventory);
  if (!isKnown(namespace) || inventory.find(kind, namespace, name)) return undefined;
  return `expected a ${kind} of ${namespace}, found ${name}, which is not rendered`;
}

function backendFault(inventory: Inventory, own: string, backend: Reference): string | undefined {
  const { kind = 'Service', name, namespace = own, port } = backend;
  if (kind !== 'Service') return undefined;
  const service = inventory.find('Service', namespace, name);
  if (!service) {
    if (!rendersWhole(inventory)(namespace)) return undefined;
    return `expected a Service of ${namespace}, found ${name}, which is not rendered`;
  }
  if (namespace !== own && isLegible(inventory)(namespace) && !isGranted(inventory, namespace, own)) {
    return `expected a ReferenceGrant in ${namespace} for ${own}, found none`;
  }
  return portFault(service, port);
}

function portFault(service: ManifestObject, port: number | undefined): string | undefined {
  const ports = servicePorts(service).map((known) => known.port);
  if (port !== undefined && ports.includes(port)) return undefined;
  return `expected a port of Service ${service.metadata.name} (${listed(ports)}), found ${port ?? 'none'}`;
}

interface GrantSpec {
  readonly from: readonly { readonly namespace: string }[];
}

/** Whether routes of a namespace may have backends in another. */
function isGranted(inventory: Inventory, namespace: string, from: string): boolean {
  return inventory
    .ofKind('ReferenceGrant')
    .some(
      (grant) =>
        namespaceOf(grant) === namespace &&
        specOf<GrantSpec>(grant).from?.some((one) => one.namespace === from),
    );
}

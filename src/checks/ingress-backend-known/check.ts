import type { IIngressServiceBackend, IIngressSpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { servicePorts } from '../inventory/mesh-hosts.ts';
import { listed, namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const ingressBackendKnown: Check = {
  name: 'ingress-backend-known',
  topic: 'references',
  severity: 'error',
  summary: 'Every backend of an Ingress is a Service that exists, and a port it has.',
  why: 'The load balancer answers 503 for the path, or its controller rejects the whole Ingress and keeps the old one.',
  fix: 'Name a Service of the same namespace and one of its `ports`, by name or number.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource'],
  examine: (inventory, tell) => {
    for (const ingress of inventory.ofKind('Ingress', 'networking.k8s.io')) {
      for (const { service, field } of backendsOf(specOf<IIngressSpec>(ingress))) {
        const fault = faultOf(inventory, namespaceOf(ingress), service);
        if (fault) tell(ingress, field, fault);
      }
    }
  },
};

interface PlacedBackend {
  readonly service: IIngressServiceBackend;
  readonly field: string;
}

function backendsOf({ defaultBackend, rules = [] }: Partial<IIngressSpec>): readonly PlacedBackend[] {
  const paths = rules.flatMap(({ http }, rule) =>
    (http?.paths ?? []).map(({ backend }, path) => ({
      service: backend.service,
      field: `spec.rules[${rule}].http.paths[${path}].backend.service`,
    })),
  );
  const all = [{ service: defaultBackend?.service, field: 'spec.defaultBackend.service' }, ...paths];
  return all.flatMap(({ service, field }) => (service ? [{ service, field }] : []));
}

function faultOf(
  inventory: Inventory,
  namespace: string,
  wanted: IIngressServiceBackend,
): string | undefined {
  const { name, number } = wanted.port ?? {};
  // The AWS controller reads such a backend from an annotation.
  if (name === 'use-annotation') return undefined;
  const service = inventory.find('Service', namespace, wanted.name);
  if (!service) {
    if (!rendersWhole(inventory)(namespace)) return undefined;
    return `expected a Service of ${namespace}, found ${wanted.name}, which is not rendered`;
  }
  const ports = servicePorts(service);
  if (ports.some((port) => port.port === number || (name !== undefined && port.name === name)))
    return undefined;
  const known = listed(ports.map((port) => `${port.name ?? ''} ${port.port}`.trim()));
  return `expected a port of Service ${wanted.name} (${known}), found ${name ?? number}`;
}

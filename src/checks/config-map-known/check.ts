import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type PodReference, podReferences } from '../inventory/pod-references.ts';
import { listed } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const configMapKnown: Check = {
  name: 'config-map-known',
  topic: 'references',
  severity: 'error',
  summary: 'Every ConfigMap that pods read is rendered and has the keys they ask for.',
  why: 'The pod stays in `CreateContainerConfigError` or `ContainerCreating`: the new release never becomes ready.',
  fix: 'Put plain values in `services.NAME.env`. By hand: a ConfigMap in the namespace of the pods, or `optional: true` where they can do without.',
  sources: ['https://kubernetes.io/docs/concepts/configuration/configmap/#configmaps-and-pods'],
  examine: (inventory, tell) => {
    for (const workload of inventory.workloads) {
      for (const reference of podReferences(inventory)(workload)) {
        const fault = reference.kind === 'ConfigMap' && faultOf(inventory, workload.namespace, reference);
        if (fault) tell(workload.object, reference.field, fault);
      }
    }
  },
};

/** ConfigMaps that Kubernetes, Istio and OpenShift put into every namespace. */
const PUBLISHED = new Set(['kube-root-ca.crt', 'istio-ca-root-cert', 'openshift-service-ca.crt']);

function faultOf(inventory: Inventory, namespace: string, { name, keys }: PodReference): string | undefined {
  if (PUBLISHED.has(name) || inventory.cluster.configMaps.includes(name)) return undefined;
  const map = inventory.find('ConfigMap', namespace, name);
  if (!map) {
    if (!rendersWhole(inventory)(namespace)) return undefined;
    return `expected a ConfigMap of ${namespace}, found ${name}, which is not rendered`;
  }
  if (keys.length === 0) return undefined;
  const known = keysOf(map);
  const missing = keys.filter((key) => !known.has(key));
  if (missing.length === 0) return undefined;
  return `expected keys of ConfigMap ${name} (${listed(known)}), found ${listed(missing)}`;
}

function keysOf(map: ManifestObject): ReadonlySet<string> {
  return new Set(Object.keys({ ...(map['data'] as object), ...(map['binaryData'] as object) }));
}

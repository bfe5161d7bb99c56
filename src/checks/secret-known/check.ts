import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type PodReference, podReferences } from '../inventory/pod-references.ts';
import { keysTogether, producedSecrets } from '../inventory/produced-secrets.ts';
import { listed } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const secretKnown: Check = {
  name: 'secret-known',
  topic: 'references',
  severity: 'error',
  summary:
    'Every Secret that pods read is rendered, or produced by something rendered, and has the keys they ask for.',
  why: 'The pod stays in `CreateContainerConfigError` or `ContainerCreating`: the new release never becomes ready.',
  fix: 'Take secrets with `${resource.output}` in `env` or `secretFiles`; Charthouse then asks External Secrets for them. By hand: an ExternalSecret, SealedSecret or Certificate in the namespace of the pods whose target has the name and the key.',
  sources: ['https://kubernetes.io/docs/concepts/configuration/secret/#restriction-secret-must-exist'],
  examine: (inventory, tell) => {
    for (const workload of inventory.workloads) {
      for (const reference of podReferences(inventory)(workload)) {
        const fault = reference.kind === 'Secret' && faultOf(inventory, workload.namespace, reference);
        if (fault) tell(workload.object, reference.field, fault);
      }
    }
  },
};

function faultOf(inventory: Inventory, namespace: string, { name, keys }: PodReference): string | undefined {
  const producers = producedSecrets(inventory).get(`${namespace}/${name}`);
  if (!producers) {
    if (!rendersWhole(inventory)(namespace)) return undefined;
    return `expected a Secret of ${namespace}, found ${name}, which nothing produces`;
  }
  const known = keysTogether(producers);
  const missing = known ? keys.filter((key) => !known.has(key)) : [];
  if (missing.length === 0) return undefined;
  return `expected keys of Secret ${name} (${listed(known ?? [])}), found ${listed(missing)}`;
}

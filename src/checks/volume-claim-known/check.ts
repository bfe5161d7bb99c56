import type { Check } from '../check.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const volumeClaimKnown: Check = {
  name: 'volume-claim-known',
  topic: 'references',
  severity: 'error',
  summary: 'Every PersistentVolumeClaim that pods mount is rendered.',
  why: 'The pod stays pending: the scheduler waits for a claim that nobody makes.',
  fix: 'Give a `stateful` service a `volume`, or render the PersistentVolumeClaim in the namespace of the pods.',
  sources: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes'],
  examine: (inventory, tell) => {
    const isWhole = rendersWhole(inventory);
    for (const { object, namespace, pod, podField } of inventory.workloads) {
      if (!isWhole(namespace)) continue;
      for (const { name, persistentVolumeClaim } of pod.volumes ?? []) {
        const claim = persistentVolumeClaim?.claimName;
        if (!claim || inventory.find('PersistentVolumeClaim', namespace, claim)) continue;
        const field = `${podField}.volumes[${name}].persistentVolumeClaim.claimName`;
        tell(
          object,
          field,
          `expected a PersistentVolumeClaim of ${namespace}, found ${claim}, which is not rendered`,
        );
      }
    }
  },
};

import type { Check } from '../check.ts';

/** What the restricted standard allows, `hostPath` aside: that has its own check. */
const ALLOWED: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'hostPath',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

export const volumeTypesRestricted: Check = {
  name: 'volume-types-restricted',
  topic: 'pods',
  severity: 'error',
  summary: 'Pods mount only the types of volumes of the restricted standard.',
  why: 'Volumes written into the pod, such as `nfs`, go around storage classes and their access rules; a restricted namespace refuses the pod.',
  fix: 'Claim the storage with a PersistentVolumeClaim, or mount it through its CSI driver.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField } of workloads) {
      for (const volume of pod.volumes ?? []) {
        const type = Object.keys(volume).find((key) => key !== 'name' && !ALLOWED.has(key));
        if (!type) continue;
        tell(
          object,
          `${podField}.volumes[${volume.name}].${type}`,
          `expected a restricted type of volume, found ${type}`,
        );
      }
    }
  },
};

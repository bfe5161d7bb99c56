import type { IPersistentVolumeClaimSpec } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

interface Claim {
  readonly metadata?: { readonly name?: string };
  readonly spec?: Partial<IPersistentVolumeClaimSpec>;
}

export const storageClassNamed: Check = {
  name: 'storage-class-named',
  topic: 'references',
  severity: 'error',
  summary: 'Every PersistentVolumeClaim, and every template of one, names its StorageClass.',
  why: 'Clusters of EKS have had no default StorageClass since Kubernetes 1.30: a claim without one waits for ever, its pod with it, and everything that is synced after them.',
  fix: 'Name one that the cluster has in `cluster.storageClass`; left out, the platform brings its own.',
  sources: [
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1',
    'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html',
  ],
  examine: ({ ofKind }, tell) => {
    for (const claim of ofKind('PersistentVolumeClaim')) {
      if (!isNamed(specOf<IPersistentVolumeClaimSpec>(claim))) tell(claim, 'spec.storageClassName', NONE);
    }
    for (const set of ofKind('StatefulSet')) {
      const { volumeClaimTemplates = [] } = specOf<{ volumeClaimTemplates: readonly Claim[] }>(set);
      for (const { metadata, spec = {} } of volumeClaimTemplates) {
        const field = `spec.volumeClaimTemplates[${metadata?.name}].spec.storageClassName`;
        if (!isNamed(spec)) tell(set, field, NONE);
      }
    }
  },
};

const NONE = 'expected the name of a StorageClass, found none';

/** An empty name asks for a volume that is there already, and so does the name of one. */
function isNamed({ storageClassName, volumeName }: Partial<IPersistentVolumeClaimSpec>): boolean {
  return storageClassName !== undefined || volumeName !== undefined;
}

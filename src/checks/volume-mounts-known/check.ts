import type { IPersistentVolumeClaim } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';
import { listed, specOf } from '../inventory/spec.ts';
import type { Workload } from '../inventory/workload.ts';

export const volumeMountsKnown: Check = {
  name: 'volume-mounts-known',
  topic: 'references',
  severity: 'error',
  summary: 'Containers mount volumes that their pod has.',
  why: 'The API server refuses the pod: the workload is accepted in some cases and then makes no pods.',
  fix: 'Add the volume to the pod, or correct the name of the mount.',
  sources: ['https://kubernetes.io/docs/concepts/storage/volumes/'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      const volumes = volumeNames(workload);
      for (const { container, field } of workload.containers) {
        for (const { name } of container.volumeMounts?.filter((mount) => !volumes.has(mount.name)) ?? []) {
          const message = `expected one of ${listed(volumes)}, found ${name}`;
          tell(workload.object, `${field}.volumeMounts[${name}]`, message);
        }
      }
    }
  },
};

/** Names of the volumes of a pod, and of its StatefulSet's claims. */
function volumeNames({ object, pod }: Workload): ReadonlySet<string> {
  const { volumeClaimTemplates = [] } = specOf<{ volumeClaimTemplates: readonly IPersistentVolumeClaim[] }>(
    object,
  );
  const claimed = volumeClaimTemplates.map(({ metadata }) => metadata?.name ?? '');
  return new Set([...(pod.volumes ?? []).map(({ name }) => name), ...claimed]);
}

import type { IVolume } from 'kubernetes-models/v1';
import { quantityOf } from '../../quantities/quantity.ts';
import type { Check } from '../check.ts';
import type { Workload } from '../inventory/workload.ts';

export const memoryVolumeWithinLimit: Check = {
  name: 'memory-volume-within-limit',
  topic: 'resources',
  severity: 'warning',
  summary: 'An `emptyDir` in memory is smaller than the memory limits of the containers that write to it.',
  why: "What is written there counts as the container's memory: it is killed for it long before the volume says that it is full.",
  fix: 'Lower `sizeLimit`, or raise `resources.limits.memory` of the service.',
  sources: ['https://kubernetes.io/docs/concepts/storage/volumes/#emptydir'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      for (const { name, emptyDir } of workload.pod.volumes?.filter(isInMemory) ?? []) {
        const [size, most] = [quantityOf(emptyDir?.sizeLimit), memoryOfUsers(workload, name)];
        if (size === undefined || most === undefined || size < most) continue;
        const field = `${workload.podField}.volumes[${name}].emptyDir.sizeLimit`;
        const expected = `expected less than the ${most / 2 ** 20}Mi that its containers may use`;
        tell(workload.object, field, `${expected}, found ${emptyDir?.sizeLimit}`);
      }
    }
  },
};

function isInMemory({ emptyDir }: IVolume): boolean {
  return emptyDir?.medium === 'Memory';
}

/** Memory limits together, in bytes; undefined when nothing mounts the volume or a container has none. */
function memoryOfUsers({ containers }: Workload, name: string): number | undefined {
  const users = containers.filter(({ container }) =>
    container.volumeMounts?.some((mount) => mount.name === name),
  );
  const limits = users.map(({ container }) => quantityOf(container.resources?.limits?.['memory']));
  if (limits.length === 0) return undefined;
  return limits.reduce(
    (sum, limit) => (sum === undefined || limit === undefined ? undefined : sum + limit),
    0,
  );
}

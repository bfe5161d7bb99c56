import type { Check } from '../check.ts';

export const ephemeralContainersAbsent: Check = {
  name: 'ephemeral-containers-absent',
  topic: 'pods',
  severity: 'error',
  summary: 'No pod template has ephemeral containers.',
  why: 'The API server refuses them anywhere but in `kubectl debug`: the workload makes no pods.',
  fix: 'Remove `ephemeralContainers`; debug a running pod with `kubectl debug`.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField } of workloads) {
      const names = (pod.ephemeralContainers ?? []).map(({ name }) => name);
      if (names.length === 0) continue;
      tell(object, `${podField}.ephemeralContainers`, `expected none, found ${names.join(', ')}`);
    }
  },
};

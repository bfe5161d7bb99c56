import type { Check } from '../check.ts';

export const memoryLimitSet: Check = {
  name: 'memory-limit-set',
  topic: 'resources',
  severity: 'error',
  summary: 'Every container has a memory limit.',
  why: 'A leak otherwise takes the memory of the whole node, and the kernel kills other pods first. A CPU limit is not asked for: CPU is shared by requests and given back, so a limit only slows a service down while the node is idle.',
  fix: 'Write `resources: {limits: {memory: 512Mi}}` in the service.',
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, containers } of workloads) {
      if (pod.resources?.limits?.['memory'] !== undefined) continue;
      for (const { container, field } of containers) {
        if (container.resources?.limits?.['memory'] !== undefined) continue;
        tell(object, `${field}.resources.limits.memory`, 'expected a quantity, found nothing');
      }
    }
  },
};

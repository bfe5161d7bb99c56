import type { Check } from '../check.ts';

export const priorityClassSet: Check = {
  name: 'priority-class-set',
  topic: 'reliability',
  severity: 'info',
  summary: 'Every pod has a priority class.',
  why: 'When nodes are full, pods without one are the first to wait and to be evicted, beside those of every other team.',
  fix: "Write `priority: standard` in the service, one of the platform's `priorities`.",
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField } of workloads) {
      if (pod.priorityClassName) continue;
      tell(object, `${podField}.priorityClassName`, 'expected a PriorityClass, found nothing');
    }
  },
};

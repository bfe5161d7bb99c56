import type { Check } from '../check.ts';
import { clusterNames } from '../inventory/cluster-names.ts';
import { listed } from '../inventory/spec.ts';

export const priorityClassKnown: Check = {
  name: 'priority-class-known',
  topic: 'references',
  severity: 'error',
  summary: 'Every PriorityClass that pods name is rendered, where the environment renders its own.',
  why: 'Admission rejects pods of an unknown PriorityClass: the ReplicaSet reports it, and no pod starts.',
  fix: 'Name one of the platform’s `priorities` in `services.NAME.priority`.',
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#pod-priority'],
  examine: (inventory, tell) => {
    const rendered = clusterNames(inventory).get('PriorityClass');
    // Whoever renders none uses those of the cluster, which are not known here.
    if (!rendered) return;
    for (const { object, pod, podField } of inventory.workloads) {
      const name = pod.priorityClassName;
      if (name === undefined || name.startsWith('system-') || rendered.has(name)) continue;
      tell(object, `${podField}.priorityClassName`, `expected one of ${listed(rendered)}, found ${name}`);
    }
  },
};

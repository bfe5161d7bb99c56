import type { Check } from '../check.ts';
import { scaleOf } from '../inventory/scale.ts';

export const spreadOverNodes: Check = {
  name: 'spread-over-nodes',
  topic: 'reliability',
  severity: 'warning',
  summary: 'Pods of one workload are kept apart: by spread constraints or anti-affinity.',
  why: 'The scheduler otherwise may put all of them on one node or into one zone, and the loss of it is an outage.',
  fix: 'Write `topologySpreadConstraints` over zones and nodes. Charts do so.',
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
  examine: (inventory, tell) => {
    const scale = scaleOf(inventory);
    for (const workload of inventory.workloads) {
      const { pod, podField, object } = workload;
      const isSpread = pod.topologySpreadConstraints?.length || pod.affinity?.podAntiAffinity;
      const least = scale(workload)?.min ?? 0;
      if (isSpread || least < 2) continue;
      const message = `expected a constraint that keeps the ${least} or more pods apart, found none`;
      tell(object, `${podField}.topologySpreadConstraints`, message);
    }
  },
};

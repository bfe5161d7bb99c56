import type { Check } from '../check.ts';
import { autoscalers } from '../inventory/scale.ts';

export const scaleBoundsOrdered: Check = {
  name: 'scale-bounds-ordered',
  topic: 'reliability',
  severity: 'error',
  summary: "An autoscaler's minimum is at most its maximum.",
  why: 'The API server refuses the HorizontalPodAutoscaler, so nothing scales the workload.',
  fix: 'Raise `scaling.max` or lower `scaling.min` of the service.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/'],
  examine: (inventory, tell) => {
    for (const { object, min, max } of autoscalers(inventory)) {
      const field = object.kind === 'ScaledObject' ? 'spec.maxReplicaCount' : 'spec.maxReplicas';
      if (min > max) tell(object, field, `expected at least the minimum ${min}, found ${max}`);
    }
  },
};

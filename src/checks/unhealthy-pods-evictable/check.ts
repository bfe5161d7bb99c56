import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

const FIELD = 'unhealthyPodEvictionPolicy';

export const unhealthyPodsEvictable: Check = {
  name: 'unhealthy-pods-evictable',
  topic: 'reliability',
  severity: 'warning',
  summary: 'PodDisruptionBudgets let pods go that are not ready anyway.',
  why: 'By default a pod that crashes in a loop counts against the budget: it blocks the drain of its node, and with it the upgrade, until somebody deletes it.',
  fix: `Write \`${FIELD}: AlwaysAllow\`. Charts do so.`,
  sources: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy'],
  examine: ({ ofKind }, tell) => {
    for (const budget of ofKind('PodDisruptionBudget', 'policy')) {
      const found = specOf<{ [FIELD]: string }>(budget)[FIELD];
      if (found === 'AlwaysAllow') continue;
      tell(budget, `spec.${FIELD}`, `expected AlwaysAllow, found ${found ?? 'nothing'}`);
    }
  },
};

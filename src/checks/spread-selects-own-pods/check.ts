import type { Check } from '../check.ts';
import { type LabelSelector, selects } from '../inventory/selector.ts';

export const spreadSelectsOwnPods: Check = {
  name: 'spread-selects-own-pods',
  topic: 'reliability',
  severity: 'error',
  summary: 'Spread constraints count the pods they belong to.',
  why: 'A constraint whose selector misses its own pods counts none of them: it looks right and spreads nothing.',
  fix: 'Give the constraint the labels of the pod template.',
  sources: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#conventions',
  ],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField, podLabels } of workloads) {
      for (const { topologyKey, labelSelector } of pod.topologySpreadConstraints ?? []) {
        // A constraint without a selector counts no pod at all.
        if (labelSelector && selects(labelSelector as LabelSelector, podLabels)) continue;
        const field = `${podField}.topologySpreadConstraints[${topologyKey}].labelSelector`;
        tell(object, field, 'expected to select the pods of the template, found that it does not');
      }
    }
  },
};

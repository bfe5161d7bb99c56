import type { Check } from '../check.ts';
import { type LabelSelector, selects } from '../inventory/selector.ts';
import { specOf } from '../inventory/spec.ts';

const KINDS: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Rollout',
]);

export const selectorMatchesTemplate: Check = {
  name: 'selector-matches-template',
  topic: 'reliability',
  severity: 'error',
  summary: 'A workload selects the pods it makes.',
  why: 'The API server refuses a Deployment that would not find its own pods.',
  fix: 'Give `spec.selector` and the labels of the pod template the same values.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  examine: ({ workloads }, tell) => {
    for (const { object, kind, podLabels } of workloads) {
      const { selector } = specOf<{ selector: LabelSelector }>(object);
      if (!KINDS.has(kind) || !selector || selects(selector, podLabels)) continue;
      tell(object, 'spec.selector', 'expected to select the pods of the template, found that it does not');
    }
  },
};

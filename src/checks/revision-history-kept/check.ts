import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const revisionHistoryKept: Check = {
  name: 'revision-history-kept',
  topic: 'reliability',
  severity: 'warning',
  summary: 'Workloads keep at least one old revision.',
  why: 'With `revisionHistoryLimit: 0` there is nothing that `kubectl rollout undo` or an aborted Rollout could go back to.',
  fix: 'Remove `revisionHistoryLimit`, or write a small number such as 5. Charts write 5.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#clean-up-policy'],
  examine: ({ workloads }, tell) => {
    for (const { object } of workloads) {
      if (specOf<{ revisionHistoryLimit: number }>(object).revisionHistoryLimit !== 0) continue;
      tell(object, 'spec.revisionHistoryLimit', 'expected at least 1, found 0');
    }
  },
};

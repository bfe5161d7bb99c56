import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const cronConcurrencyChosen: Check = {
  name: 'cron-concurrency-chosen',
  topic: 'reliability',
  severity: 'warning',
  summary: 'Every CronJob says what happens when a run is due while the last one still runs.',
  why: 'The default lets them run side by side: a run that gets slow is joined by the next one, and both write the same rows.',
  fix: 'Write `schedule: {concurrency: Forbid}`, `Replace` or `Allow`. Charts write `Forbid` when it is left out.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#concurrency-policy'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('CronJob', 'batch')) {
      if (specOf<{ concurrencyPolicy: string }>(object).concurrencyPolicy) continue;
      tell(object, 'spec.concurrencyPolicy', 'expected Forbid, Replace or Allow, found nothing');
    }
  },
};

import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

/** The controller looks every ten seconds. */
const SHORTEST = 10;

export const cronStartingDeadlineSet: Check = {
  name: 'cron-starting-deadline-set',
  topic: 'reliability',
  severity: 'warning',
  summary: 'Every CronJob says how late a run may start, 10 seconds at least.',
  why: 'Without a deadline, a CronJob that missed more than a hundred runs, for instance while it was suspended, never starts again; below 10 seconds most runs are missed.',
  fix: 'Write `schedule: {startingDeadline: 10m}`. Charts write ten minutes when it is left out.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('CronJob', 'batch')) {
      const found = specOf<{ startingDeadlineSeconds: number }>(object).startingDeadlineSeconds;
      if (found !== undefined && found >= SHORTEST) continue;
      const message = `expected at least ${SHORTEST}, found ${found ?? 'nothing'}`;
      tell(object, 'spec.startingDeadlineSeconds', message);
    }
  },
};

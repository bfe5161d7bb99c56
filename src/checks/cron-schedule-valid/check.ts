import type { Check } from '../check.ts';
import { scheduleMistake } from '../inventory/cron-schedule.ts';
import { specOf } from '../inventory/spec.ts';

export const cronScheduleValid: Check = {
  name: 'cron-schedule-valid',
  topic: 'reliability',
  severity: 'error',
  summary: 'The schedule of every CronJob can be read and comes round.',
  why: 'The API server refuses the CronJob, or accepts a day that never comes; either way the job never runs.',
  fix: 'Write five fields in `schedule.cron`, Sunday as 0; the time zone has a key of its own.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('CronJob', 'batch')) {
      const { schedule } = specOf<{ schedule: string }>(object);
      const mistake = schedule === undefined ? undefined : scheduleMistake(schedule);
      if (mistake) tell(object, 'spec.schedule', mistake);
    }
  },
};

import { cronFault } from '../../cron/cron-fault.ts';
import type { Check } from '../check.ts';
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

/** A Kubernetes schedule may also be a macro, and have more than one space between its fields. */
export function scheduleMistake(schedule: string): string | undefined {
  const fault = MACRO.test(schedule) ? undefined : cronFault(schedule.trim().replace(/\s+/g, ' '));
  return fault && `${fault}, found ${schedule}`;
}

const MACRO = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every .+)$/;

import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const cronTimeZoneSet: Check = {
  name: 'cron-time-zone-set',
  topic: 'reliability',
  severity: 'warning',
  summary: 'Every CronJob says which time zone its schedule is in.',
  why: 'Otherwise it is read in the time zone of the controller manager: nobody sees which, and another cluster has another.',
  fix: 'Write `schedule: {timeZone: Europe/Berlin}`. Charts write `Etc/UTC` when it is left out.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('CronJob', 'batch')) {
      if (specOf<{ timeZone: string }>(object).timeZone) continue;
      tell(object, 'spec.timeZone', 'expected a time zone such as Etc/UTC, found nothing');
    }
  },
};

import { affectedTimes, type ClockChange, clockChanges } from '../../cron/clock-changes.ts';
import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const cronClearOfClockChanges: Check = {
  name: 'cron-clear-of-clock-changes',
  topic: 'reliability',
  severity: 'info',
  summary: 'No CronJob is due in an hour that clocks skip or repeat in its time zone.',
  why: 'When clocks go forward the run is left out, and when they go back it comes twice: a bill is written twice, a backup not at all.',
  fix: 'Choose an hour outside the change, `schedule: {timeZone: Etc/UTC}`, or make sure that a missing and a second run do no harm.',
  sources: [
    'https://pkg.go.dev/github.com/robfig/cron/v3#hdr-Time_zones',
    'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones',
  ],
  examine: ({ ofKind, cluster: { today } }, tell) => {
    const changes = new Map<string, readonly ClockChange[]>();
    for (const object of ofKind('CronJob', 'batch')) {
      const { schedule = '', timeZone = 'Etc/UTC' } = specOf<{ schedule: string; timeZone: string }>(object);
      if (timeZone === 'Etc/UTC' || timeZone === 'UTC') continue;
      const ofZone = changes.get(timeZone) ?? clockChanges(timeZone, today);
      changes.set(timeZone, ofZone);
      const { skipped, repeated } = affectedTimes(schedule.trim().replace(/\s+/g, ' '), ofZone);
      const told = [
        skipped[0] && `no run at ${skipped[0]}, which the clock skips`,
        repeated[0] && `two at ${repeated[0]}, which comes twice`,
      ].filter(Boolean);
      if (told.length === 0) continue;
      tell(object, 'spec.schedule', `expected one run each time in ${timeZone}, found ${told.join(' and ')}`);
    }
  },
};

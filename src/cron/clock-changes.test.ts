import { expect, test } from 'vitest';
import { affectedTimes, clockChanges } from './clock-changes.ts';

// 02:15 and 03:00 of Berlin and 01:30 of New York were asked of github.com/robfig/cron/v3 v3.0.1, which is what Kubernetes asks.
test.each([
  [
    '15 2 * * *',
    'Europe/Berlin',
    ['2027-03-28 02:15', '2028-03-26 02:15'],
    ['2026-10-25 02:15', '2027-10-31 02:15'],
  ],
  ['0 3 * * *', 'Europe/Berlin', [], []],
  ['30 1-3 * * mon-fri', 'Europe/Berlin', [], []],
  ['*/15 * * * *', 'Europe/Berlin', [], []],
  ['0 2 28 * *', 'Europe/Berlin', ['2027-03-28 02:00'], []],
  ['30 1 * * *', 'America/New_York', [], ['2026-11-01 01:30', '2027-11-07 01:30']],
  ['15 2 * * *', 'Australia/Lord_Howe', ['2026-10-04 02:15', '2027-10-03 02:15'], []],
  ['15 2 * * *', 'Asia/Kolkata', [], []],
  ['15 2 * * *', 'Etc/UTC', [], []],
])('%s in %s', (schedule, zone, skipped, repeated) => {
  expect(affectedTimes(schedule, clockChanges(zone, '2026-09-01'))).toEqual({ skipped, repeated });
});

test('a zone that this Node does not know has no changes', () => {
  expect(clockChanges('Europe/Atlantis', '2026-09-01')).toEqual([]);
});

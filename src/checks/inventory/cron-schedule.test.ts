import { expect, test } from 'vitest';
import { scheduleMistake } from './cron-schedule.ts';

test.each([
  '0 6 * * *',
  '*/15 8-18 * * MON-FRI',
  '0 0 1,15 jan-mar ?',
  '5/10 * * * *',
  '0 3 29 2 *',
  '0 3 31 4 MON',
  '0 3 30 2-3 *',
  '@hourly',
  '@every 1h30m',
])('%s comes round', (schedule) => {
  expect(scheduleMistake(schedule)).toBeUndefined();
});

test.each([
  ['0 6 * *', 'expected five fields, found 0 6 * *'],
  ['TZ=UTC 0 6 * * *', 'expected five fields, found TZ=UTC 0 6 * * *'],
  ['60 6 * * *', 'expected as minute numbers from 0 to 59, found 60'],
  ['0 18-8 * * *', 'expected as hour numbers from 0 to 23, found 18-8'],
  ['*/0 * * * *', 'expected as minute numbers from 0 to 59, found */0'],
  ['0 0 0 * *', 'expected as day of the month numbers from 1 to 31, found 0'],
  ['0 0 * * 7', 'expected as day of the week numbers from 0 to 6, found 7'],
  ['0 0 31 4,6,9,11 *', undefined],
  ['0 0 31 feb *', 'expected a day that there is, found 0 0 31 feb *'],
  ['@fortnightly', 'expected five fields, found @fortnightly'],
])('%s: %s', (schedule, mistake) => {
  expect(scheduleMistake(schedule)).toBe(mistake);
});

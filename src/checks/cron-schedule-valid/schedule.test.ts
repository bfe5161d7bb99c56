import { expect, test } from 'vitest';
import { scheduleMistake } from './check.ts';

test.each([
  '0 6 * * *',
  '*/15 8-18 * * MON-FRI',
  '0 0 1,15 jan-mar ?',
  '5/10 * * * *',
  '0 3 29 2 *',
  '0 3 31 4 MON',
  '0  3 * * *',
  '0 3 30 2-3 *',
  '@hourly',
  '0 0 30 2/2 *',
  '0 0 31 2 0-6',
  '0 0 29 2 */1',
  '@every 1h30m',
])('%s comes round', (schedule) => {
  expect(scheduleMistake(schedule)).toBeUndefined();
});

test.each([
  ['0 6 * *', 'five fields'],
  ['TZ=UTC 0 6 * * *', 'five fields'],
  ['60 6 * * *', '0 to 59 as the minute, not `60`'],
  ['0 18-8 * * *', '0 to 23 as the hour, not `18-8`'],
  ['*/0 * * * *', '0 to 59 as the minute, not `*/0`'],
  ['0 0 0 * *', '1 to 31 as the day of the month, not `0`'],
  ['0 0 * * 7', '0 to 6 as the day of the week, not `7`'],
  ['0 0 31 4,6,9,11 *', 'this never runs'],
  ['0 0 31 feb *', 'this never runs'],
  ['0 0 30-31 2 *', 'this never runs'],
  ['0 0 31 2 */1', 'this never runs'],
  ['0 0 31 2 1,*', 'this never runs'],
  ['0 0 31/1 2-2 ?', 'this never runs'],
  ['0 0 L * *', '1 to 31 as the day of the month, not `L`'],
  ['@fortnightly', 'five fields'],
])('%s: %s', (schedule, mistake) => {
  const told = scheduleMistake(schedule);
  expect(told).toContain(mistake);
  expect(told?.endsWith(`, found ${schedule}`)).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { cronFault } from '../../cron/cron-fault.ts';
import { isTimeZone } from '../time-zone.ts';
import { nearestDuration } from './nearest-quantity.ts';
import * as scalar from './scalars.ts';

const good = (schema: { safeParse: (value: unknown) => { data?: unknown } }, value: unknown) =>
  schema.safeParse(value).data;

test.each([
  ['1000m', '1'],
  ['250m', '250m'],
  [2, '2'],
  ['2', '2'],
  [0.5, undefined],
  ['0', undefined],
  ['1e3', undefined],
])('CPU %s is %s', (written, canonical) => {
  expect(good(scalar.cpu, written)).toBe(canonical);
});

test.each([
  ['1024Mi', '1Gi'],
  ['1536Mi', '1536Mi'],
  ['512M', undefined],
  ['1.5Gi', undefined],
  [512, undefined],
])('memory %s is %s', (written, canonical) => {
  expect(good(scalar.memory, written)).toBe(canonical);
});

test.each([
  ['300ms', 300],
  ['2s', 2000],
  ['5m', 300_000],
  ['1h', 3_600_000],
  ['0s', undefined],
  ['1h30m', undefined],
  ['5h', undefined],
  [5, undefined],
])('the duration %s is %s milliseconds', (written, milliseconds) => {
  expect(good(scalar.requestTime, written)).toBe(milliseconds);
});

test.each([
  ['3d', '72h'],
  ['2 days', '48h'],
  [7200, '7200s'],
  ['40d', undefined],
  [2, undefined],
  ['soon', undefined],
])('%s between one hour and four weeks was most likely meant as %s', (written, meant) => {
  expect(nearestDuration(written, 3600, 28 * 24 * 3600)).toBe(meant);
});

test.each([
  ['10.20.0.0/16', true],
  ['0.0.0.0/0', true],
  ['10.20.5.1/16', false],
  ['10.20.0.0/33', false],
  ['010.20.0.0/16', false],
  ['256.0.0.0/8', false],
])('%s is a range of addresses: %s', (written, isRange) => {
  expect(good(scalar.cidr, written)).toBe(isRange ? written : undefined);
});

describe('cron expressions', () => {
  test.each(['* * * * *', '0 3 * * *', '*/15 0-6,22 1,15 * MON-FRI', '5/10 * ? jan-mar,12 0', '0 0 29 2 *'])(
    '%s is read as Kubernetes reads it',
    (expression) => expect(cronFault(expression)).toBeUndefined(),
  );

  test.each([
    ['@daily', 'five fields'],
    ['0  3 * * *', 'one space'],
    ['60 3 * * *', '0 to 59 as the minute'],
    ['0 3 0 * *', '1 to 31 as the day of the month'],
    ['0 3 * 13 *', '1 to 12 as the month'],
    ['0 3 * * 7', '0 to 6 as the day of the week'],
    ['0 3 * * fri-mon', '0 to 6 as the day of the week'],
    ['*/0 3 * * *', '0 to 59 as the minute'],
    ['1-2-3 3 * * *', '0 to 59 as the minute'],
    ['0 3 31 4,6 *', 'never runs'],
    ['0 3 30-31 2 *', 'never runs'],
  ])('%s is refused', (expression, reason) => expect(cronFault(expression)).toContain(reason));
});

test.each([
  ['Etc/UTC', true],
  ['Europe/Berlin', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Etc/GMT+1', true],
  ['europe/berlin', false],
  ['Europe/BERLIN', false],
  ['Europe/Berln', false],
  ['+01:00', false],
  ['Local', false],
])('%s is a time zone: %s', (name, isZone) => {
  expect(isTimeZone(name)).toBe(isZone);
});

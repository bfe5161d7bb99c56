import { expect, test } from 'vitest';
import { daysAfter, dayText, nearestDay } from './calendar.ts';

test.each([
  ['2027-02-01', '2027-02-01'],
  ['2028-02-29', '2028-02-29'],
  ['2027-02-29', undefined],
  ['2027-13-01', undefined],
  ['2027-00-10', undefined],
  ['2027-2-1', undefined],
  ['2027-02-01 ', undefined],
  ['1027-02-01', undefined],
  [20270201, undefined],
])('%s is a day of the calendar, or not', (written, day) => {
  expect(dayText(written)).toBe(day);
});

test.each([
  ['2027-2-1', '2027-02-01'],
  ['2027/02/01', '2027-02-01'],
  [20270201, '2027-02-01'],
  ['2027-02-01T10:00:00Z', '2027-02-01'],
  ['2027-02-31', '2027-02-28'],
  ['2027-04-31', '2027-04-30'],
  ['2027-13-01', undefined],
  ['soon', undefined],
  [null, undefined],
])('%s most likely means a day', (written, day) => {
  expect(nearestDay(written)).toBe(day);
});

test('half a year after a day counts leap days', () => {
  expect(daysAfter('2026-11-21', 180)).toBe('2027-05-20');
  expect(daysAfter('2027-12-01', 180)).toBe('2028-05-29');
});

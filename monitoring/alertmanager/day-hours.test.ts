import { expect, test } from 'vitest';
import { hoursByDay } from './day-hours.ts';
import { BUSINESS_HOURS, MAINTENANCE } from './time-intervals.ts';
import { utcHours } from './utc-hours.ts';

test.each([
  {
    name: 'hours of a day stay as they are, days in the order of the week',
    given: { days: ['Friday', 'monday'], from: '08:00', to: '18:00' },
    hours: [{ weekdays: ['monday', 'friday'], from: '08:00', to: '18:00' }],
  },
  {
    name: 'a night from Sunday on ends on Monday',
    given: { days: ['Sunday'], from: '23:00', to: '02:00' },
    hours: [
      { weekdays: ['sunday'], from: '23:00', to: '24:00' },
      { weekdays: ['monday'], from: '00:00', to: '02:00' },
    ],
  },
  {
    name: 'until midnight needs no second part',
    given: { days: ['saturday'], from: '22:00', to: '00:00' },
    hours: [{ weekdays: ['saturday'], from: '22:00', to: '24:00' }],
  },
  {
    name: 'from an hour to itself is a whole day',
    given: { days: ['saturday', 'sunday'], from: '06:00', to: '06:00' },
    hours: [
      { weekdays: ['saturday', 'sunday'], from: '06:00', to: '24:00' },
      { weekdays: ['monday', 'sunday'], from: '00:00', to: '06:00' },
    ],
  },
])('$name', ({ given, hours }) => {
  expect(hoursByDay(given)).toEqual(hours);
});

test('in UTC, business hours are those of winter and of summer', () => {
  const hours = hoursByDay({ days: ['monday', 'tuesday'], from: '08:00', to: '18:00' });
  expect(utcHours({ name: BUSINESS_HOURS, timeZone: 'Europe/Berlin', hours })).toEqual([
    { weekdays: ['monday', 'tuesday'], from: '06:00', to: '17:00' },
  ]);
});

test('in UTC, maintenance is what winter and summer have in common', () => {
  const hours = hoursByDay({ days: ['sunday'], from: '23:00', to: '03:00' });
  expect(utcHours({ name: MAINTENANCE, timeZone: 'Europe/Berlin', hours })).toEqual([
    { weekdays: ['monday'], from: '00:00', to: '01:00' },
    { weekdays: ['sunday'], from: '22:00', to: '24:00' },
  ]);
});

test.each([
  ['UTC', '02:00', '04:00', 'sunday'],
  ['Asia/Kolkata', '20:30', '22:30', 'saturday'],
  ['America/Phoenix', '09:00', '11:00', 'sunday'],
])('in UTC, 02:00 to 04:00 of a Sunday in %s is %s to %s of %s', (timeZone, from, to, weekday) => {
  const hours = hoursByDay({ days: ['sunday'], from: '02:00', to: '04:00' });
  expect(utcHours({ name: MAINTENANCE, timeZone, hours })).toEqual([{ weekdays: [weekday], from, to }]);
});

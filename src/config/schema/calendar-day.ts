import { dayText, nearestDay } from '../calendar.ts';
import { field } from './field.ts';

/** A day of the calendar, as it is written: `2027-02-01`. */
export const calendarDay = field(
  'a day of the calendar such as 2027-02-01',
  { type: 'string', pattern: '^2[0-9]{3}-[0-9]{2}-[0-9]{2}$' },
  dayText,
  nearestDay,
);

import { z } from 'zod';
import { EXPECTED, text } from './field.ts';
import { timeZone } from './scalars.ts';

/** A time of the day. YAML reads it as a number without quotes. */
export const time = text('a time from "00:00" to "23:59", in quotes', /^([01][0-9]|2[0-3]):[0-5][0-9]$/);

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A day of the week, in English. */
export const day = z.enum(DAYS, { error: `${EXPECTED}a day of the week, such as sunday` });

/** Hours on some days of the week. */
export const window = z
  .strictObject({
    days: z.array(day).min(1).describe('Days of the week'),
    from: time.describe('Start, in quotes'),
    to: time.describe('End, in quotes; before the start for a window over midnight'),
    timeZone: timeZone.default('Etc/UTC').describe('IANA time zone of the times'),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: `${EXPECTED}an end other than the start` });

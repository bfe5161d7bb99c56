import { z } from 'zod';
import { EXPECTED, field, mapLike } from './field.ts';
import { timeZone } from './scalars.ts';

const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

/** A time of the day. YAML reads it as a number without quotes. */
export const time = field(
  'a time from "00:00" to "23:59", in quotes',
  { type: 'string', maxLength: 253, pattern: TIME.source },
  (value) => (typeof value === 'string' && TIME.test(value) ? value : undefined),
  (value) => {
    const [, hour = '', minute = '00'] = /^([0-9]{1,2})(?:[:.]([0-5][0-9]))?$/.exec(String(value)) ?? [];
    const meant = `${hour.padStart(2, '0')}:${minute}`;
    return TIME.test(meant) ? `"${meant}"` : undefined;
  },
);

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A day of the week, in English. */
export const day = z.enum(DAYS, { error: `${EXPECTED}a day of the week, such as sunday` });

/** Hours on some days of the week. */
export const window = z
  .strictObject(
    {
      days: z.array(day).min(1).describe('Days of the week'),
      from: time.describe('Start, in quotes'),
      to: time.describe('End, in quotes; before the start for a window over midnight'),
      timeZone: timeZone.default('Etc/UTC').describe('IANA time zone of the times'),
    },
    mapLike('days: [monday, friday], from: "08:00", to: "18:00"'),
  )
  .refine(({ from, to }) => from !== to, { path: ['to'], error: `${EXPECTED}an end other than the start` });

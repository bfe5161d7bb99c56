import { z } from 'zod';
import { EXPECTED, text } from './field.ts';

/** A time of the day. YAML reads it as a number without quotes. */
export const time = text('a time from "00:00" to "23:59", in quotes', /^([01][0-9]|2[0-3]):[0-5][0-9]$/);

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A day of the week, in English. */
export const day = z.enum(DAYS, { error: `${EXPECTED}a day of the week, such as sunday` });

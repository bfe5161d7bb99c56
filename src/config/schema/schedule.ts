import { z } from 'zod';
import { cronFault, cronMeant } from '../../cron/cron-fault.ts';
import * as scalar from './scalars.ts';

/** A cron expression. */
export const cron = z
  .string()
  .superRefine((value, context) => {
    const message = cronFault(value);
    if (message === undefined) return;
    const meant = cronMeant(value);
    const params = { suggestion: meant && `"${meant}"` };
    context.addIssue({ code: 'custom', message, input: value, params });
  })
  .describe('Five fields: minute, hour, day of the month, month, day of the week');

const timeZone = scalar.timeZone.default('Etc/UTC').describe('IANA time zone that `cron` is read in');

/** Longest delay that the controller of CronJobs is sure to see: it looks every ten seconds. */
const deadline = scalar.secondsFrom(10, 7 * 24 * 3600, 'a duration from 10s to 168h');

/** When and how often a cron service runs. */
export const schedule = z
  .strictObject({
    cron,
    timeZone,
    concurrency: z
      .enum(['Allow', 'Forbid', 'Replace'])
      .default('Forbid')
      .describe('What happens when a run is due while the last one still runs'),
    startingDeadline: deadline.prefault('10m').describe('How late a run may still start'),
  })
  .describe('When a cron service runs');

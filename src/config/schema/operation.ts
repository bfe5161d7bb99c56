import { z } from 'zod';
import { EXPECTED, text, whole } from './field.ts';
import * as scalar from './scalars.ts';

/** What scaling by requests needs. */
export const autoscaling = z.strictObject({
  prometheus: text(
    'an http:// or https:// URL of a host and a port, such as http://prometheus.monitoring.svc:9090',
    /^https?:\/\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?:[0-9]{1,5}$/,
  ).describe('Prometheus that counts the requests of the sidecars, with its port'),
  kedaNamespace: scalar.namespace.default('keda').describe('Namespace of the KEDA operator'),
});

const time = text('a time from "00:00" to "23:59", in quotes', /^([01][0-9]|2[0-3]):[0-5][0-9]$/);

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** When planned work may disturb the platform. */
export const maintenance = z
  .strictObject({
    day: z.enum(DAYS, { error: `${EXPECTED}a day of the week, such as sunday` }).describe('Day of the week'),
    from: time.describe('Start, in quotes'),
    to: time.describe('End, in quotes; before the start for a window over midnight'),
    timeZone: scalar.timeZone.default('Etc/UTC').describe('IANA time zone of the times'),
    noticeDays: whole(1, 365).optional().describe('Days ahead that users are told'),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: `${EXPECTED}an end other than the start` });

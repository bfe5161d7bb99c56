import { z } from 'zod';
import { calendarDay } from './calendar-day.ts';
import { EXPECTED, line, text, whole } from './field.ts';
import * as scalar from './scalars.ts';
import { day, time } from './week.ts';

/** Where requests are counted. */
export const prometheus = z.strictObject({
  url: text(
    'an http:// or https:// URL of a host and a port, such as http://prometheus.monitoring.svc:9090',
    /^https?:\/\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?:[0-9]{1,5}$/,
  )
    .optional()
    .describe(
      'Prometheus that counts the requests of the sidecars, with its port; with `observability` it is known',
    ),
  kedaNamespace: scalar.namespace
    .default('keda')
    .describe('Namespace of the KEDA operator, which scales by `requestsPerSecond`'),
  rolloutsNamespace: scalar.namespace
    .default('argo-rollouts')
    .describe('Namespace of the Argo Rollouts controller, which judges releases'),
});

/** Where an environment says nothing of it. */
export const prometheusDefaults = prometheus.parse({});

/** When planned work may disturb the platform. */
export const maintenance = z
  .strictObject({
    day: day.describe('Day of the week'),
    from: time.describe('Start, in quotes'),
    to: time.describe('End, in quotes; before the start for a window over midnight'),
    timeZone: scalar.timeZone.default('Etc/UTC').describe('IANA time zone of the times'),
    noticeDays: whole(1, 365).optional().describe('Days ahead that users are told'),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: `${EXPECTED}an end other than the start` });

/** A time in which deployers may write by hand. */
export const emergency = z.strictObject({
  reason: line().describe('Why; stands at the rights it gives and at the windows of Argo CD'),
  until: calendarDay.describe(
    'Last day, such as 2026-12-02: at most 7 days ahead; remove it when it is over',
  ),
});

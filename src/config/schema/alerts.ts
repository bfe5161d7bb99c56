import { z } from 'zod';
import { line, mapLike } from './field.ts';
import { address, channel } from './notified.ts';
import * as scalar from './scalars.ts';
import { window } from './week.ts';

const email = z.strictObject(
  {
    to: z.array(address).min(1).describe('Who gets mails'),
    from: address.describe('Sender of the mails'),
    through: scalar.name.describe('Resource of type smtp that they are sent through'),
  },
  mapLike('to: [oncall@example.com], from: alerts@example.com, through: RESOURCE'),
);

/** Who is told of alerts. */
export const alerts = z.strictObject(
  {
    secret: scalar.remoteSecret
      .optional()
      .describe(
        'Remote secret with pagerduty-routing-key, slack-webhook-url and dead-mans-switch-url, as far as they are used; `<secrets.prefix>/alertmanager` if left out',
      ),
    pagerduty: z.boolean().default(false).describe('Critical alerts page whoever is on call'),
    slack: channel.optional().describe('Channel that is told of all alerts, without #'),
    email: email.optional().describe('Mails about all alerts'),
    deadMansSwitch: z
      .boolean()
      .default(false)
      .describe('An alert that always fires is sent to a service outside, which tells when it stays away'),
    businessHours: window
      .optional()
      .describe('When warnings are sent; at any time if left out. Critical alerts never wait'),
    nobody: line()
      .optional()
      .describe('Why nobody is told of critical alerts: in place of pagerduty, slack and email'),
  },
  mapLike('pagerduty: true'),
);

/** Who is told of alerts, validated. */
export type AlertsInput = z.output<typeof alerts>;

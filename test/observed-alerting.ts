import type { Alerting } from '../src/model/alerting.ts';
import { sampleEndpoint, sampleResource } from './sample-resource.ts';

/** Everybody who can be told is: PagerDuty, Slack, mail and a dead man's switch, warnings in business hours. */
export const ALERTING: Alerting = {
  secret: 'shop/production/alertmanager',
  pagerduty: true,
  slack: 'shop-alerts',
  email: {
    to: ['oncall@shop.example'],
    from: 'alerts@shop.example',
    server: sampleResource('mail', 'smtp', {
      endpoints: [
        sampleEndpoint('mail', 'smtp.shop.example', 587, { cidrs: ['0.0.0.0/0'], except: ['10.0.0.0/8'] }),
      ],
    }),
  },
  deadMansSwitch: true,
  businessHours: {
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    from: '08:00',
    to: '18:00',
    timeZone: 'Europe/Berlin',
  },
  nobody: undefined,
};

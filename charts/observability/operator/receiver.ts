import type { AlertReceiver } from '../../../imports/prometheus-operator.ts';
import { FIRST_ALERT, SECRET_KEYS } from '../../../monitoring/alertmanager/integrations.ts';
import type { Channel, Receiver } from '../../../monitoring/alertmanager/receivers.ts';
import { PLAIN_TEXT, SLACK_COLOR, SLACK_TEXT, TITLE } from '../../../monitoring/alertmanager/templates.ts';
import type { Alerting } from '../../../src/model/alerting.ts';

/** A receiver of an AlertmanagerConfig. Templates are in it, as it brings no files along. */
export function receiverOf(receiver: Receiver, { slack = '' }: Alerting, secret: string): AlertReceiver {
  const has = (channel: Channel) => receiver.channels.includes(channel);
  const key = (channel: Channel) => ({ name: secret, key: SECRET_KEYS[channel] });
  return {
    name: receiver.name,
    ...(has('pagerduty') && { pagerdutyConfigs: [{ ...PAGERDUTY, routingKey: key('pagerduty') }] }),
    ...(has('slack') && { slackConfigs: [{ ...SLACK, channel: `#${slack}`, apiURL: key('slack') }] }),
    ...(has('dead-mans-switch') && {
      webhookConfigs: [{ sendResolved: false, maxAlerts: 1, urlSecret: key('dead-mans-switch') }],
    }),
  };
}

const PAGERDUTY = {
  sendResolved: true,
  severity: 'critical',
  description: TITLE,
  client: 'Alertmanager',
  component: '{{ .CommonLabels.service }}',
  group: '{{ .CommonLabels.namespace }}',
  class: '{{ .GroupLabels.alertname }}',
  details: [{ key: 'firing', value: PLAIN_TEXT }],
  pagerDutyLinkConfigs: [
    { href: `{{ ${FIRST_ALERT}.runbook_url }}`, alt: 'Runbook' },
    { href: `{{ ${FIRST_ALERT}.dashboard_url }}`, alt: 'Dashboard' },
  ],
} as const;

const SLACK = {
  sendResolved: true,
  color: SLACK_COLOR,
  title: TITLE,
  titleLink: `{{ ${FIRST_ALERT}.runbook_url }}`,
  fallback: TITLE,
  text: SLACK_TEXT,
} as const;

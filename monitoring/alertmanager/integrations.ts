import type { Alerting } from '../../src/model/alerting.ts';
import { mainEndpoint } from '../../src/model/resource.ts';
import type { Channel } from './receivers.ts';
import { filledBy } from './templates-text.ts';

/** Folder of the files with secrets, each named as the key of the Secret. Alertmanager reads them for every message. */
export const SECRETS_FOLDER = '/etc/alertmanager/secrets';

/** Stands in the text for the user name of the mail server: no file can hold that, so it is put in with the Secret. */
export const MAIL_USERNAME = 'username-of-the-mail-server';

/** Keys of the Secret, and of the remote secret but for `mail-password`. */
export const SECRET_KEYS: Readonly<Record<Channel, string>> = {
  'dead-mans-switch': 'dead-mans-switch-url',
  email: 'mail-password',
  pagerduty: 'pagerduty-routing-key',
  slack: 'slack-webhook-url',
};

/** How somebody is told over a channel, as a part of a receiver in alertmanager.yml. */
export function integrationOf(channel: Channel, { email, slack }: Alerting): object {
  const file = `${SECRETS_FOLDER}/${SECRET_KEYS[channel]}`;
  switch (channel) {
    case 'pagerduty':
      return { pagerduty_configs: [pagerDuty(file)] };
    case 'slack':
      return { slack_configs: [slackMessage(file, slack ?? '')] };
    case 'email':
      return { email_configs: email ? [mail(file, email)] : [] };
    case 'dead-mans-switch':
      // Only that it still fires is told; when it ends nobody should take that for a sign of life.
      return { webhook_configs: [{ url_file: file, send_resolved: false, max_alerts: 1 }] };
  }
}

/** What links of a message lead to: those of the first alert, as all of a group are of one kind. */
export const FIRST_ALERT = '(index .Alerts 0).Annotations';

function pagerDuty(file: string) {
  return {
    routing_key_file: file,
    send_resolved: true,
    severity: 'critical',
    description: filledBy('title'),
    client: 'Alertmanager',
    component: '{{ .CommonLabels.service }}',
    group: '{{ .CommonLabels.namespace }}',
    class: '{{ .GroupLabels.alertname }}',
    details: { firing: filledBy('plain.text') },
    links: [
      { href: `{{ ${FIRST_ALERT}.runbook_url }}`, text: 'Runbook' },
      { href: `{{ ${FIRST_ALERT}.dashboard_url }}`, text: 'Dashboard' },
    ],
  };
}

function slackMessage(file: string, channel: string) {
  return {
    api_url_file: file,
    channel: `#${channel}`,
    send_resolved: true,
    color: filledBy('slack.color'),
    title: filledBy('title'),
    title_link: `{{ ${FIRST_ALERT}.runbook_url }}`,
    fallback: filledBy('title'),
    text: filledBy('slack.text'),
  };
}

function mail(file: string, { to, from, server }: NonNullable<Alerting['email']>) {
  const { port, reach } = mainEndpoint(server);
  return {
    to: to.join(', '),
    from,
    smarthost: `${reach.host}:${port}`,
    auth_username: MAIL_USERNAME,
    auth_password_file: file,
    require_tls: needsStartTls(port),
    send_resolved: true,
    headers: { Subject: filledBy('title') },
    html: filledBy('mail.html'),
    text: filledBy('plain.text'),
  };
}

/**
 * On port 465 all is TLS from the start, and asking for STARTTLS as well fails:
 * https://github.com/prometheus/alertmanager/issues/980. On any other port nothing is sent without it.
 */
function needsStartTls(port: number): boolean {
  return port !== 465;
}

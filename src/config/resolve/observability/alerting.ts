import type { Alerting, BusinessHours } from '../../../model/alerting.ts';
import type { AlertsInput } from '../../schema/alerts.ts';
import { resourceNamed } from '../resource-named.ts';
import type { Scope } from '../scope.ts';

/** Who is told of alerts. Reports when nobody is and nobody says why, and mail through what is no mail server. */
export function alertingOf(alerts: AlertsInput, scope: Scope): Alerting {
  const { secret, pagerduty, slack, deadMansSwitch, businessHours, nobody } = alerts;
  checkSomebody(alerts, scope);
  return {
    secret: secret ?? scope.remoteSecret('alertmanager'),
    pagerduty,
    slack,
    email: emailOf(alerts, scope),
    deadMansSwitch,
    businessHours: businessHours && hoursOf(businessHours),
    nobody,
  };
}

function checkSomebody({ pagerduty, slack, email, nobody }: AlertsInput, { report }: Scope): void {
  const told = [
    ...(pagerduty ? ['pagerduty'] : []),
    ...(slack === undefined ? [] : ['slack']),
    ...(email ? ['email'] : []),
  ];
  const path = ['observability', 'alerts'];
  const [first] = told;
  if (first === undefined && nobody === undefined) {
    report(path, 'missing: somebody who is told of critical alerts', {
      fix: 'write alerts: {pagerduty: true}, {slack: CHANNEL} or {email: {...}}, or {nobody: "why not"}',
      at: 'key',
    });
  } else if (first !== undefined && nobody !== undefined) {
    const nothing = first === 'pagerduty' ? 'pagerduty: false' : `${first}: null`;
    report([...path, 'nobody'], `somebody is told: ${told.join(', ')}`, {
      fix: `remove it; where the platform's file has ${first} and this environment is to be without, write ${nothing}`,
      at: 'key',
    });
  }
}

/** Only Secrets Manager knows the user name of the mail server, and an AlertmanagerConfig takes it as text alone. */
function checkMail({ document, report }: Scope): void {
  if (document.observability?.mode !== 'operator') return;
  report(
    ['observability', 'alerts', 'email'],
    'the Prometheus operator cannot send mails with credentials of a Secret',
    {
      fix: "write `email: null` in this environment, and let the cluster's own Alertmanager send mails",
      at: 'key',
    },
  );
}

function emailOf({ email }: AlertsInput, scope: Scope): Alerting['email'] {
  if (!email) return undefined;
  checkMail(scope);
  const path = ['observability', 'alerts', 'email', 'through'];
  const server = resourceNamed(email.through, { types: ['smtp'], path }, scope);
  return server && { to: [...new Set(email.to)].sort(), from: email.from, server };
}

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function hoursOf({ days, from, to, timeZone }: NonNullable<AlertsInput['businessHours']>): BusinessHours {
  return { days: WEEK.filter((day) => days.some((one) => one === day)), from, to, timeZone };
}

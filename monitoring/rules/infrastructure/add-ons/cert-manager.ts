import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { ADD_ONS } from '../../../forms/uid.ts';

const manager = selector('cert-manager');
const READY = 'certmanager_certificate_ready_status';
const RENEWAL = 'certmanager_certificate_renewal_timestamp_seconds';
const END = 'certmanager_certificate_expiration_timestamp_seconds';
const CERTIFICATE = ['namespace="kube-system"', 'name="webhook"'];
const HOUR = 3600;

/** Certificates of cert-manager that cannot be made, or are not renewed when it is time. */
export function certManagerAlerts(): readonly AlertRule[] {
  return [notReady(), notRenewed('warning', 6 * HOUR), endsSoon()];
}

const COMMON = { severity: 'warning', dashboard: ADD_ONS } as const;
const BY = 'by (namespace, name)';

function notReady(): AlertRule {
  const example = manager(READY, ...CERTIFICATE, 'condition="False"');
  return {
    ...COMMON,
    alert: 'CertificateNotReady',
    expr: `max ${BY} (${manager(READY, 'condition!="True"')}) == 1`,
    for: '15m',
    summary: 'Certificate {{ $labels.namespace }}/{{ $labels.name }} is not ready',
    description:
      'cert-manager has not been able to make {{ $labels.namespace }}/{{ $labels.name }} for 15 minutes.',
    runbook: CERTIFICATES,
    test: {
      fires: scenario('its issuer refuses', '30m', { [example]: '1x60' }),
      quiet: [
        scenario('it is ready', '30m', { [example]: '0x60' }),
        scenario('it is being made', '30m', { [example]: '1x5 0x60' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function notRenewed(severity: 'warning', seconds: number): AlertRule {
  const example = manager(RENEWAL, ...CERTIFICATE);
  return {
    ...COMMON,
    alert: 'CertificateNotRenewed',
    expr: `time() - max ${BY} (${manager(RENEWAL)} > 0) > ${seconds}`,
    for: '15m',
    severity,
    summary: 'Certificate {{ $labels.namespace }}/{{ $labels.name }} was not renewed',
    description:
      'The certificate {{ $labels.namespace }}/{{ $labels.name }} was to be renewed {{ $value | humanizeDuration }} ago.',
    runbook: CERTIFICATES,
    test: {
      fires: scenario('it was to be renewed long ago', '8h', { [example]: '60x600' }),
      quiet: [
        scenario('it was to be renewed an hour ago', '8h', { [example]: `${7 * HOUR}x600` }),
        scenario('it was renewed', '8h', { [example]: `60x100 ${90 * 24 * HOUR}x500` }),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** Of a certificate for a day, three hours are an eighth; it is renewed after two thirds. */
function endsSoon(): AlertRule {
  const [end, renewal] = [END, RENEWAL].map((metric) => manager(metric, ...CERTIFICATE)) as [string, string];
  return {
    ...COMMON,
    alert: 'CertificateEndsSoon',
    expr: `min ${BY} (${manager(END)} > 0) - time() < 3 * ${HOUR}\nand\ntime() > max ${BY} (${manager(RENEWAL)} > 0) + ${HOUR}`,
    for: '15m',
    severity: 'critical',
    summary: 'Certificate {{ $labels.namespace }}/{{ $labels.name }} ends within three hours',
    description:
      'The certificate {{ $labels.namespace }}/{{ $labels.name }} ends in {{ $value | humanizeDuration }} and was not renewed.',
    runbook: CERTIFICATES,
    test: {
      fires: scenario('it ends in two hours', '3h', { [end]: `${5 * HOUR}x300`, [renewal]: '60x300' }),
      quiet: [
        scenario('it ends tomorrow', '3h', { [end]: `${27 * HOUR}x300`, [renewal]: '60x300' }),
        scenario('it is one for a few hours', '3h', {
          [end]: `${5 * HOUR}x300`,
          [renewal]: `${4 * HOUR}x300`,
        }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const CERTIFICATES: Runbook = {
  impact: 'When a certificate of a webhook ends, the API server refuses what it is to be asked about.',
  diagnosis: [
    'Read why: `kubectl -n <namespace> describe certificate <name>`, then its newest CertificateRequest.',
    'See whether its issuer is ready: `kubectl -n <namespace> get issuers`',
  ],
  queries: [{ query: `${manager(END)} - time()`, tells: 'Seconds that each certificate is still good for.' }],
  mitigation: [
    'Mend the issuer; cert-manager tries again by itself.',
    'In need, delete the Secret of the certificate: it is made anew.',
  ],
};

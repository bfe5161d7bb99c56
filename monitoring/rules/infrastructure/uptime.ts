import type { AlertRule, RuleGroup, Runbook } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { selector } from '../../forms/selector.ts';
import { PLATFORM_OVERVIEW } from '../../forms/uid.ts';

const uptime = selector('uptime');
const PUBLIC = ['host="api.shop.example"', 'instance="https://api.shop.example/"'];

/** What the probes of public hosts say: whether they answer, how fast, and how long their certificates are good. */
export function uptimeGroups(): readonly RuleGroup[] {
  return [
    {
      name: 'uptime',
      rules: [down(), certificateExpiring('warning', 21), certificateExpiring('critical', 7), slow()],
    },
  ];
}

function down(): AlertRule {
  const example = uptime('probe_success', ...PUBLIC);
  return {
    alert: 'PublicHostDown',
    expr: `max by (host, instance) (${uptime('probe_success')}) == 0`,
    for: '2m',
    severity: 'critical',
    summary: '{{ $labels.instance }} does not answer as it must',
    description:
      '{{ $labels.instance }} has not given the answer it must give for two minutes, seen from outside.',
    dashboard: PLATFORM_OVERVIEW,
    runbook: {
      ...PUBLIC_HOST,
      impact: 'Users cannot reach what is behind this address.',
    },
    test: {
      fires: scenario('it does not answer', '5m', { [example]: '0x10' }),
      quiet: [
        scenario('it answers', '5m', { [example]: '1x10' }),
        scenario('one probe failed', '4m', { [example]: '1x3 0 1x10' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const DAY = 86_400;

function certificateExpiring(severity: 'critical' | 'warning', days: number): AlertRule {
  const metric = 'probe_ssl_earliest_cert_expiry';
  const example = uptime(metric, ...PUBLIC);
  return {
    alert: 'PublicHostCertificateExpiring',
    expr: `min by (host) (${uptime(metric)}) - time() < ${days * DAY}`,
    for: '10m',
    severity,
    summary: `The certificate of {{ $labels.host }} ends within ${days} days`,
    description:
      'The certificate of {{ $labels.host }} ends in {{ $value | humanizeDuration }} and was not renewed.',
    dashboard: PLATFORM_OVERVIEW,
    runbook: {
      ...PUBLIC_HOST,
      impact: 'When it ends, browsers and programs refuse to connect.',
      mitigation: [
        'ACM renews 60 days ahead, if the record that validates the domain is still in DNS: `aws acm describe-certificate --certificate-arn <arn>`',
        'Put the record back; ACM renews within hours.',
      ],
    },
    test: {
      fires: scenario('it ends in five days', '20m', { [example]: `${5 * DAY}x30` }),
      quiet: [
        scenario(`it ends in ${days + 1} days`, '20m', { [example]: `${(days + 1) * DAY}x30` }),
        scenario('it is renewed', '5m', { [example]: `${5 * DAY}x5 ${365 * DAY}x30` }),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** People begin to think of something else: https://www.nngroup.com/articles/response-times-3-important-limits/ is one to ten seconds. */
const SLOW_SECONDS = 3;

function slow(): AlertRule {
  const metric = 'probe_duration_seconds';
  const example = uptime(metric, ...PUBLIC);
  const duration = `avg_over_time(${uptime(metric)}[5m])`;
  return {
    alert: 'PublicHostSlow',
    expr: `max by (host, instance) (${duration}) > ${SLOW_SECONDS}`,
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.host }} is slow',
    description:
      '{{ $labels.instance }} has taken {{ $value | printf "%.1f" }} seconds to answer, on average, for 10 minutes.',
    dashboard: PLATFORM_OVERVIEW,
    runbook: { ...PUBLIC_HOST, impact: 'Users wait, and some give up.' },
    test: {
      fires: scenario('it takes five seconds', '20m', { [example]: '5x30' }),
      quiet: [
        scenario('it takes a tenth of a second', '20m', { [example]: '0.1x30' }),
        scenario('one answer took ten seconds', '8m', { [example]: '0.1x5 10 0.1x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const PUBLIC_HOST: Omit<Runbook, 'impact'> = {
  diagnosis: [
    'Ask it yourself: `curl -sv -o /dev/null <address>`, with `-H "Authorization: Bearer none"` where it asks for tokens: it must refuse that with 401. No address is DNS; no connection is the load balancer; 403 without tokens is the firewall; 503 is the mesh; other codes are the service.',
    'If it answers as it should and the probe expects something else, say so: `probe` of the service.',
    'DNS: `dig <host>`, and the log of external-dns.',
    'Load balancer: `kubectl -n <gateway> get ingress`, and the health of its targets in AWS.',
    'Mesh and service: the alerts that fire beside this one.',
  ],
  queries: [
    {
      query: uptime('probe_http_status_code'),
      tells: 'The code each address answered with; 0 is no answer.',
    },
    {
      query: `sum by (instance, phase) (${uptime('probe_http_duration_seconds')})`,
      tells: 'How long each step took: name, connection, TLS, answer.',
    },
  ],
  mitigation: [
    'If it began with a release, bring the version before it back.',
    'If the load balancer has no healthy target, see to the pods of the gateway.',
    'If only one service fails, see to that.',
  ],
};

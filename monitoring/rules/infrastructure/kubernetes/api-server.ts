import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { apiserver } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** The API server and who talks to it. Names and numbers as in kubernetes-mixin. */
export function apiServerAlerts(): readonly AlertRule[] {
  return [
    down(),
    terminated(),
    certificateExpiring('warning', 168 * HOUR, 'seven days'),
    certificateExpiring('critical', 24 * HOUR, 'a day'),
  ];
}

const API_SERVER: Runbook = {
  impact: 'Deployments, scaling and restarts wait; what runs goes on running.',
  diagnosis: [
    'Ask it: `kubectl get --raw "/readyz?verbose"`',
    'See whether a webhook is slow or down: `kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`',
    'See who asks most, with the query below; a controller in a loop is a frequent cause.',
  ],
  queries: [
    {
      query: `topk(10, sum by (verb, resource, code) (rate(${apiserver('apiserver_request_total')}[5m])))`,
      tells: 'What is asked most, and with what result.',
    },
  ],
  mitigation: [
    'Stop the client that floods it: scale its Deployment to none.',
    'Take a webhook that is down out of the way: see to its pods, or set its `failurePolicy`.',
    'Otherwise ask who runs the control plane of the cluster.',
  ],
};

const UP = apiserver('up', 'instance="10.0.0.1:443"');

function down(): AlertRule {
  return {
    alert: 'KubeAPIDown',
    expr: `absent(${apiserver('up')} == 1)`,
    for: '15m',
    severity: 'critical',
    summary: 'The API server of the cluster does not answer Prometheus',
    description: 'Not one API server has been scraped for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: API_SERVER,
    test: {
      fires: scenario('it does not answer', '20m', { [UP]: '0x30' }),
      quiet: [
        scenario('it answers', '20m', { [UP]: '1x30' }),
        scenario('it was away for five minutes', '11m', { [UP]: '1x5 0x5 1x30' }),
      ],
    },
  };
}

const TERMINATED = 'apiserver_request_terminations_total';
const REQUESTS = 'apiserver_request_total';

function requests(terminated: string, answered: string) {
  return { [apiserver(TERMINATED, 'code="429"')]: terminated, [apiserver(REQUESTS, 'code="200"')]: answered };
}

function terminated(): AlertRule {
  return {
    alert: 'KubeAPITerminatedRequests',
    expr: `sum(rate(${apiserver(TERMINATED)}[10m])) / (sum(rate(${apiserver(REQUESTS)}[10m])) + sum(rate(${apiserver(TERMINATED)}[10m]))) > 0.2`,
    for: '5m',
    severity: 'warning',
    summary: 'The API server turns requests away',
    description:
      '{{ $value | humanizePercentage }} of the requests to the API server are ended before they are answered.',
    dashboard: INFRASTRUCTURE,
    runbook: API_SERVER,
    test: {
      fires: scenario('half of them are', '20m', requests('0+60x40', '0+60x40')),
      quiet: [
        scenario('one of twenty is', '20m', requests('0+3x40', '0+57x40')),
        scenario('nobody asks', '20m', requests('0x40', '0x40')),
        scenario('the counters start again', '20m', requests('3x10 0x30', '0+60x10 0+60x30')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const EXPIRY = 'apiserver_client_certificate_expiration_seconds';
const HOUR = 3600;

/** Requests with a certificate that has so many seconds left, in the buckets of the API server. */
function certificates(secondsLeft: number, perMinute = 6) {
  const buckets = [0, 6 * HOUR, 24 * HOUR, 168 * HOUR, 720 * HOUR, Number.POSITIVE_INFINITY];
  const series = buckets.map((bound): [string, string] => {
    const le = Number.isFinite(bound) ? String(bound) : '+Inf';
    return [apiserver(`${EXPIRY}_bucket`, `le="${le}"`), secondsLeft <= bound ? `0+${perMinute}x40` : '0x40'];
  });
  return { ...Object.fromEntries(series), [apiserver(`${EXPIRY}_count`)]: `0+${perMinute}x40` };
}

function certificateExpiring(severity: 'critical' | 'warning', seconds: number, left: string): AlertRule {
  const soonest = `histogram_quantile(0.01, sum by (job, le) (rate(${apiserver(`${EXPIRY}_bucket`)}[5m])))`;
  return {
    alert: 'KubeClientCertificateExpiration',
    expr: `max by (job) (${apiserver(`${EXPIRY}_count`)}) > 0\nand on (job) ${soonest} < ${seconds}`,
    for: '5m',
    severity,
    summary: `A client of the API server has a certificate that ends within ${left}`,
    description: `At least one request in a hundred came with a certificate that is good for less than ${left}.`,
    dashboard: INFRASTRUCTURE,
    runbook: {
      impact: 'The client, mostly a kubelet or a controller, is locked out when its certificate ends.',
      diagnosis: [
        'Nodes ask for new certificates themselves; see whether they get them: `kubectl get certificatesigningrequests`',
        'See when a node got its own: `openssl x509 -noout -enddate -in /var/lib/kubelet/pki/kubelet-client-current.pem`',
      ],
      queries: [{ query: soonest, tells: 'How many seconds the oldest certificates have left.' }],
      mitigation: ['Replace old nodes.', 'Give people and programs with certificates of their own new ones.'],
    },
    test: {
      fires: scenario('one has an hour left', '15m', certificates(HOUR)),
      quiet: [
        scenario('all have weeks left', '15m', certificates(600 * HOUR)),
        scenario('nobody asks', '15m', certificates(HOUR, 0)),
        WITHOUT_SERIES,
      ],
    },
  };
}

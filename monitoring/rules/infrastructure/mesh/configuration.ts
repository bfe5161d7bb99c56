import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { ISTIO_MESH } from '../../../forms/uid.ts';

const istiod = selector('istiod');

/** What istiod sends to proxies, and the sidecars it adds to pods. Most of its counters exist only once they have risen. */
export function configurationAlerts(): readonly AlertRule[] {
  return [...COUNTED.map(counted), slowPush()];
}

interface Counted {
  readonly alert: string;
  readonly metrics: readonly string[];
  readonly for: string;
  readonly severity: 'critical' | 'warning';
  readonly summary: string;
  readonly description: string;
  readonly impact: string;
}

const COUNTED: readonly Counted[] = [
  {
    alert: 'IstioConfigRejected',
    metrics: ['pilot_total_xds_rejects'],
    for: '10m',
    severity: 'warning',
    summary: 'Proxies refuse what istiod sends them',
    description: 'Proxies have refused {{ $value | printf "%.2f" }} configurations a second for 10 minutes.',
    impact:
      'These proxies go on with what they had: routes, certificates and rights that were changed since are old.',
  },
  {
    alert: 'IstioPushErrors',
    metrics: ['pilot_total_xds_internal_errors', 'pilot_xds_push_context_errors'],
    for: '10m',
    severity: 'warning',
    summary: 'istiod cannot make configurations',
    description:
      'istiod has failed with {{ $value | printf "%.2f" }} configurations a second for 10 minutes.',
    impact: 'Changes of routes and rights do not reach the proxies, nor do addresses of new pods.',
  },
  {
    alert: 'IstioSidecarInjectionFailing',
    metrics: ['sidecar_injection_failure_total'],
    for: '5m',
    severity: 'critical',
    summary: 'New pods get no sidecar',
    description: 'istiod has failed to add {{ $value | printf "%.2f" }} sidecars a second for 5 minutes.',
    impact: 'Pods are not created: restarts, releases and more load than usual end in an outage.',
  },
];

function counted({ alert, metrics, impact, ...fields }: Counted): AlertRule {
  const [first = ''] = metrics;
  const examples = (values: string) => Object.fromEntries(metrics.map((metric) => [istiod(metric), values]));
  return {
    alert,
    ...fields,
    expr: metrics.map((metric) => `sum(rate(${istiod(metric)}[5m])) > 0`).join('\nor\n'),
    dashboard: ISTIO_MESH,
    runbook: { ...CONFIGURATION, impact },
    test: {
      fires: scenario('it happens each minute', '20m', { [istiod(first)]: '1+1x30' }),
      quiet: [
        scenario('it happened once', '8m', examples('0x5 1x30')),
        scenario('istiod starts again', '20m', examples('50x13 0x20')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const CONVERGENCE = 'pilot_proxy_convergence_time_bucket';

function slowPush(): AlertRule {
  const buckets = (...values: readonly [string, string, string]) =>
    Object.fromEntries(
      ['1', '30', '+Inf'].map((le, index) => [istiod(CONVERGENCE, `le="${le}"`), values[index] ?? '']),
    );
  return {
    alert: 'IstioSlowPush',
    expr: `histogram_quantile(0.99, sum by (le) (rate(${istiod(CONVERGENCE)}[5m]))) >= 30`,
    for: '15m',
    severity: 'warning',
    summary: 'Proxies learn of changes late',
    description:
      'One in a hundred changes has taken {{ $value | printf "%.0f" }} seconds or longer to reach the proxies for 15 minutes.',
    dashboard: ISTIO_MESH,
    runbook: {
      ...CONFIGURATION,
      impact: 'Requests go to pods that are gone already, and new pods get none for a while.',
    },
    test: {
      fires: scenario(
        'half of them take longer than 30 seconds',
        '25m',
        buckets('0x40', '0+30x40', '0+60x40'),
      ),
      quiet: [
        scenario('all take a second at most', '25m', buckets('0+60x40', '0+60x40', '0+60x40')),
        scenario('nothing changes', '25m', buckets('0x40', '0x40', '0x40')),
        scenario(
          'istiod starts again',
          '25m',
          buckets('0+60x20 0+60x20', '0+60x20 0+60x20', '0+60x20 0+60x20'),
        ),
        WITHOUT_SERIES,
      ],
    },
  };
}

const CONFIGURATION: Omit<Runbook, 'impact'> = {
  diagnosis: [
    'See which proxies are behind: `istioctl proxy-status`',
    'Look for what is wrong in the configuration: `istioctl analyze -A`',
    'Read the log of istiod; it names the proxy and the reason: `kubectl -n <istio> logs -l app=istiod --tail=200`',
  ],
  queries: [
    {
      query: 'sum by (type) (rate(pilot_xds_pushes{job="istiod"}[5m]))',
      tells: 'How much istiod sends, by type.',
    },
    {
      query: 'sum by (pod) (rate(process_cpu_seconds_total{job="istiod"}[5m]))',
      tells: 'How busy each istiod is, in cores.',
    },
  ],
  mitigation: [
    'Take back what was applied last: an EnvoyFilter, a Gateway or a VirtualService.',
    'If istiod is busy or short of memory, give it more, or more of them.',
    'If proxies are much older than istiod, restart their pods.',
  ],
};

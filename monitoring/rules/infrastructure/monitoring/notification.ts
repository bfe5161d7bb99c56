import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { OBSERVABILITY } from '../../../forms/uid.ts';

const prometheus = selector('prometheus');
const POD = 'pod="prometheus-0"';

/** The way of alerts from Prometheus to Alertmanager. Names and numbers as in the mixin of Prometheus. */
export function notificationAlerts(): readonly AlertRule[] {
  return [notConnected(), sendingFails()];
}

function notConnected(): AlertRule {
  const metric = 'prometheus_notifications_alertmanagers_discovered';
  const example = prometheus(metric, POD);
  return {
    alert: 'PrometheusNotConnectedToAlertmanagers',
    expr: `max_over_time(${prometheus(metric)}[5m]) < 1`,
    for: '10m',
    severity: 'warning',
    summary: 'Prometheus knows no Alertmanager',
    description: '{{ $labels.pod }} has found no Alertmanager to send alerts to for 10 minutes.',
    dashboard: OBSERVABILITY,
    runbook: NO_WAY,
    test: {
      fires: scenario('it found none', '20m', { [example]: '0x30' }),
      quiet: [
        scenario('it found two', '20m', { [example]: '2x30' }),
        scenario('it found none when it started', '3m', { [example]: '0x3 2x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const [ERRORS, SENT] = [
  'prometheus_notifications_errors_total',
  'prometheus_notifications_sent_total',
] as const;

function sendingFails(): AlertRule {
  const rate = (metric: string) => `sum by (pod, alertmanager) (rate(${prometheus(metric)}[5m]))`;
  const to = (name: string, errors: string, sent: string) => ({
    [prometheus(ERRORS, POD, `alertmanager="${name}"`)]: errors,
    [prometheus(SENT, POD, `alertmanager="${name}"`)]: sent,
  });
  return {
    alert: 'PrometheusErrorSendingAlertsToAnyAlertmanager',
    expr: `100 * min by (pod) (${rate(ERRORS)} / ${rate(SENT)}) > 3`,
    for: '15m',
    severity: 'critical',
    summary: 'Prometheus fails to send alerts to every Alertmanager',
    description:
      '{{ $labels.pod }} fails with at least {{ $value | printf "%.0f" }}% of the alerts it sends to any Alertmanager.',
    dashboard: OBSERVABILITY,
    runbook: NO_WAY,
    test: {
      fires: scenario('half of them fail, at both', '30m', {
        ...to('a', '0+30x40', '0+60x40'),
        ...to('b', '0+30x40', '0+60x40'),
      }),
      quiet: [
        scenario('all fail at one of two', '30m', {
          ...to('a', '0+60x40', '0+60x40'),
          ...to('b', '0x40', '0+60x40'),
        }),
        scenario('there is nothing to send', '30m', to('a', '0x40', '0x40')),
        scenario('Prometheus starts again', '30m', to('a', '9x20 0x20', '0+60x20 0+60x20')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const NO_WAY: Runbook = {
  impact: 'Nobody is told of any alert. Look at the dashboards until it is mended.',
  diagnosis: [
    'See whether Alertmanager runs: `kubectl -n <monitoring> get pods -l app.kubernetes.io/name=alertmanager`',
    'See whether Prometheus finds it: the page Status, Runtime & Build Information, and its log.',
    'See whether NetworkPolicies let Prometheus connect to port 9093.',
  ],
  queries: [
    { query: prometheus('prometheus_notifications_queue_length'), tells: 'How many alerts wait to be sent.' },
    { query: 'up{job="alertmanager"}', tells: 'Which Alertmanagers answer.' },
  ],
  mitigation: [
    'Start Alertmanager, or open the way; what waits is sent then.',
    'If it began with a change of the input, bring the version before it back.',
  ],
};

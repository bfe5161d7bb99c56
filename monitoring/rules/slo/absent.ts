import type { AlertRule, Runbook } from '../../forms/rule.ts';
import { WITHOUT_SERIES } from '../../forms/scenario.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { scraped } from '../services/series.ts';
import { type Example, history } from './history.ts';
import { OBJECTIVE } from './objective.ts';
import { SLO_REQUESTS } from './windows.ts';

/**
 * A promise of which nothing is known although pods of the service answer: there were requests at this time yesterday, or
 * none in a whole day. After a restart at night a service without callers has no series either, which is no reason.
 */
export function metricAbsent(example: Example): AlertRule {
  const day = (all: number | undefined) => ({ minutes: 1460, all, bad: 0 });
  const lost = { minutes: 100, all: undefined, bad: 0 };
  return {
    alert: 'SloMetricAbsent',
    expr: `${OBJECTIVE}\nunless\n${SLO_REQUESTS}\nand\n(${WAS_CALLED} or ${NEVER_CALLED})\nand on (namespace, service)\n(${hasPods()} and ${hasPods(' offset 1d')})`,
    for: '15m',
    severity: 'warning',
    summary: 'Nothing is known of what {{ $labels.service }} promises for {{ $labels.slo }}',
    description:
      'Pods of {{ $labels.namespace }}/{{ $labels.service }} answer Prometheus, and there are no numbers of their requests: its objective for {{ $labels.slo }} cannot be judged.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: RUNBOOK,
    test: {
      fires: history('its requests vanish', example, [day(10), lost]),
      quiet: [
        history('they are there', example, [day(10), { ...lost, all: 10 }]),
        history('its pods are gone too', example, [day(10), lost], [true, false]),
        history('it is new, and nobody has called it yet', example, [day(undefined), lost], [false, true]),
        history('nobody called it yesterday either', example, [day(0), lost]),
        WITHOUT_SERIES,
      ],
    },
  };
}

const WAS_CALLED = `${SLO_REQUESTS} offset 1d > 0`;
const NEVER_CALLED = `(${OBJECTIVE} unless count_over_time(${SLO_REQUESTS}[1d]))`;

function hasPods(when = ''): string {
  return `sum by (namespace, service) (${scraped('up')}${when}) > 0`;
}

const RUNBOOK: Runbook = {
  impact: 'Its SLO looks kept whatever happens; no alert about its errors or its latency can fire.',
  diagnosis: [
    'See whether Prometheus reads those who call it: the gateway for what comes from outside, the sidecars of its callers.',
    'See whether requests reach it at all: alert ServiceTrafficDropped, its gateway, its callers.',
    'See whether a Telemetry object in the namespace turns metrics off: `kubectl -n <namespace> get telemetries`',
  ],
  queries: [
    { query: `${OBJECTIVE} unless ${SLO_REQUESTS}`, tells: 'Which promises nothing is known of.' },
    {
      query: 'count by (destination_service_name) (istio_requests_total{reporter="source"})',
      tells: 'Which services those who call them have series of.',
    },
  ],
  mitigation: [
    'If nobody calls it, find out why, or remove its `slo`.',
    'If its callers count nothing, restart their pods one by one: `kubectl -n <namespace> delete pod <pod>`',
  ],
};

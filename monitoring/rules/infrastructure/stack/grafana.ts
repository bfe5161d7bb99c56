import type { AlertRule } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { OBSERVABILITY } from '../../../forms/uid.ts';

const grafana = selector('grafana');
const REQUESTS = 'grafana_http_request_duration_seconds_count';

/** Grafana fails to answer. Name and number as in its own mixin; questions to data sources have other causes. */
export function grafanaAlerts(): readonly AlertRule[] {
  const own = 'handler!~"/api/datasources/proxy/.*|/api/ds/query"';
  const rate = (...matchers: readonly string[]) =>
    `sum by (handler) (rate(${grafana(REQUESTS, own, ...matchers)}[5m]))`;
  const asked = (failed: string, fine: string, handler = '/api/dashboards/uid/:uid') => ({
    [grafana(REQUESTS, `handler="${handler}"`, 'status_code="500"')]: failed,
    [grafana(REQUESTS, `handler="${handler}"`, 'status_code="200"')]: fine,
  });
  return [
    {
      alert: 'GrafanaRequestsFailing',
      expr: `100 * ${rate('status_code=~"5.."')} / ${rate()} > 50`,
      for: '5m',
      severity: 'warning',
      summary: 'Grafana fails to answer',
      description: '{{ $value | printf "%.0f" }}% of the requests for {{ $labels.handler }} fail.',
      dashboard: OBSERVABILITY,
      runbook: {
        impact: 'People cannot look at dashboards. Alerts are sent all the same.',
        diagnosis: [
          'Read its log: `kubectl -n <monitoring> logs -l app.kubernetes.io/name=grafana -c grafana --tail=200`',
        ],
        queries: [
          {
            query: `topk(10, sum by (handler, status_code) (rate(${grafana(REQUESTS, 'status_code=~"5.."')}[5m])))`,
            tells: 'Which requests fail.',
          },
        ],
        mitigation: [
          'Restart it: `kubectl -n <monitoring> delete pod -l app.kubernetes.io/name=grafana`. It keeps nothing that is not provisioned.',
          'If it began with a change of the input, bring the version before it back.',
        ],
      },
      test: {
        fires: scenario('all requests for dashboards fail', '15m', asked('0+6x30', '0x30')),
        quiet: [
          scenario('one of ten fails', '15m', asked('0+6x30', '0+54x30')),
          scenario('nobody asks', '15m', asked('0x30', '0x30')),
          scenario('a data source fails', '15m', asked('0+6x30', '0x30', '/api/ds/query')),
          scenario('Grafana starts again', '15m', asked('90x8 0x20', '0+54x8 0+54x20')),
          WITHOUT_SERIES,
        ],
      },
    },
  ];
}

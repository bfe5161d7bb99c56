import type { AlertRule } from '../../forms/rule.ts';
import { scenario } from '../../forms/scenario.ts';
import { kpiDashboard, plain } from './alert.ts';
import { kpiLabels, kpiSeries, type ToldKpi } from './series.ts';

/** Tells when nothing is known of a number that somebody wants to be told of: a bound says nothing then. */
export function kpiAbsent(kpi: ToldKpi): AlertRule {
  const series = kpiSeries(kpi);
  return {
    alert: 'BusinessMetricAbsent',
    expr: `absent_over_time(${series}[30m])`,
    for: '30m',
    severity: 'warning',
    labels: { ...kpiLabels(kpi), kpi: kpi.name },
    summary: `Nothing is known of ${kpi.name}`,
    description: `${plain(kpi.summary)}: its query has had no answer for an hour, so its alert cannot fire.`,
    dashboard: kpiDashboard(kpi),
    runbook: {
      impact: 'Whatever happens to the number, nobody is told.',
      diagnosis: [
        'Run its query in Prometheus, from the inside out: which metric has no series?',
        'A metric that counts something may be missing until it happens for the first time.',
        'See whether a release renamed it, and whether its service is scraped: alert ServiceNotScraped.',
      ],
      queries: [{ query: kpi.query, tells: 'The number itself, if there is one.' }],
      mitigation: [
        'Correct the query, or bring the metric back.',
        'Where nothing is a fine answer, say so in the query: `... or vector(0)`.',
      ],
    },
    test: {
      fires: scenario('it has never been there', '70m', {}),
      quiet: [
        scenario('it is there', '70m', { [series]: '0x90' }),
        scenario('it was away for ten minutes', '70m', { [series]: '5x30 _x10 5x40' }),
      ],
    },
  };
}

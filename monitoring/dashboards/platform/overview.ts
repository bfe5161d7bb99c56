import type { Environment } from '../../../src/model/environment.ts';
import { barGauge } from '../../forms/panels/bar-gauge.ts';
import type { Panel } from '../../forms/panels/panel.ts';
import type { Section } from '../../forms/panels/place.ts';
import { NONE_IS_GOOD, stat } from '../../forms/panels/stat.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';
import { PLATFORM_OVERVIEW } from '../../forms/uid.ts';
import { ERRORS, REQUESTS } from '../../rules/services/series.ts';
import type { Dashboard } from '../dashboard.ts';
import { BUDGET } from '../service/slo.ts';
import { writeDashboard } from '../write-dashboard.ts';
import { alertsTable } from './alerts-table.ts';
import { hostsTable } from './hosts-table.ts';
import { servicesTable } from './services-table.ts';

/** The whole platform on one page, whose size does not grow with the services: a row of a table for each. */
export function overviewBoard(environment: Environment): Dashboard {
  return writeDashboard({
    uid: PLATFORM_OVERVIEW,
    title: 'Platform overview',
    folder: 'Platform',
    description: 'Whether the platform does what it promises, and where to look if not.',
    sections: [now(environment), services(environment), promises(environment), publicHosts(environment)],
  });
}

function now({ mesh, namespaces }: Environment): Section {
  return {
    title: 'Now',
    panels: [
      alerts('Critical alerts', 'critical', NONE_IS_GOOD),
      alerts('Warnings', 'warning', [
        [null, 'green'],
        [1, 'orange'],
      ]),
      ...(mesh ? requestStats(namespaces.services) : []),
      ...notWell(namespaces.services),
      alertsTable(),
    ],
  };
}

/** What sidecars count. */
function requestStats(namespace: string): readonly Panel[] {
  const place = `namespace="${namespace}"`;
  const requests = `sum(${REQUESTS}{${place}})`;
  return [
    stat({
      title: 'Requests',
      description: 'Requests a second to all services, those among themselves included.',
      unit: 'reqps',
      noValue: '0',
      series: [[requests, 'requests']],
    }),
    stat({
      title: 'Failed requests',
      description: 'Share of all these requests that failed, also before they reached a service.',
      unit: 'percentunit',
      decimals: 2,
      noValue: '0',
      steps: [
        [null, 'green'],
        [0.001, 'orange'],
        [0.01, 'red'],
      ],
      series: [[`sum(${ERRORS}{${place}}) / (${requests} > 0)`, 'failed']],
    }),
  ];
}

function notWell(namespace: string): readonly Panel[] {
  return [
    stat({
      title: 'Pods not ready',
      description: 'Pods of services that run and take no requests.',
      unit: 'short',
      noValue: '0',
      steps: NONE_IS_GOOD,
      series: [
        [
          `sum(kube_pod_status_ready{namespace="${namespace}",condition="false"} * on (namespace, pod) group_left () (kube_pod_status_phase{namespace="${namespace}",phase=~"Pending|Running"} == 1))`,
          'not ready',
        ],
      ],
    }),
    stat({
      title: 'Targets down',
      description: 'Programs that do not answer Prometheus, so that nothing is known of them.',
      unit: 'short',
      noValue: '0',
      steps: NONE_IS_GOOD,
      series: [['count(up == 0)', 'down']],
    }),
  ];
}

function alerts(title: string, severity: string, steps: Parameters<typeof stat>[0]['steps']) {
  return stat({
    title,
    description: `Alerts of severity ${severity} that fire now. The table below says which.`,
    unit: 'short',
    noValue: '0',
    ...(steps && { steps }),
    series: [[`count(ALERTS{alertstate="firing",severity="${severity}"})`, severity]],
  });
}

function services(environment: Environment): Section {
  const { mesh, namespaces } = environment;
  return {
    title: 'Services',
    panels: [servicesTable(environment), ...(mesh ? extremes(namespaces.services) : [])],
  };
}

function extremes(namespace: string): readonly Panel[] {
  const [busiest, failing] = [REQUESTS, ERRORS].map((recorded) => `${recorded}{namespace="${namespace}"}`);
  return [
    timeSeries({
      title: 'Busiest services',
      description: 'Requests a second of the ten services that get most.',
      unit: 'reqps',
      width: 12,
      series: [[`topk(10, ${busiest})`, '{{service}}']],
    }),
    timeSeries({
      title: 'Most failures',
      description: 'Failed requests a second of the ten services with most of them.',
      unit: 'reqps',
      width: 12,
      series: [[`topk(10, ${failing} > 0)`, '{{service}}']],
    }),
  ];
}

function promises(environment: Environment): Section {
  const title = 'Error budgets';
  if (!environment.observability || environment.services.every(({ slo }) => !slo))
    return { title, panels: [] };
  const days = environment.observability.sloDays;
  return {
    title,
    panels: [
      barGauge({
        title: 'Least budget left',
        description: `The twenty promises with the least left of their error budget of ${days} days.`,
        unit: 'percentunit',
        max: 1,
        width: 12,
        height: 10,
        steps: BUDGET,
        series: [['sort(bottomk(20, slo:period_error_budget_remaining:ratio))', '{{service}}: {{slo}}']],
      }),
      timeSeries({
        title: 'Fastest burn rates',
        description:
          'How many times faster than allowed budgets are spent: the ten fastest. Above 1 they do not last.',
        unit: 'short',
        width: 12,
        height: 10,
        bound: 1,
        series: [['topk(10, slo:current_burn_rate:ratio)', '{{service}}: {{slo}}']],
      }),
    ],
  };
}

function publicHosts({ observability, publicHosts: hosts, ingress }: Environment): Section {
  const isProbed = observability?.parts.uptime && ingress && (hosts.length > 0 || observability.grafana.host);
  return { title: 'Public hosts', panels: isProbed ? [hostsTable()] : [] };
}

import type { Environment } from '../../../src/model/environment.ts';
import type { Panel } from '../../forms/panels/panel.ts';
import { table } from '../../forms/panels/table.ts';
import { serviceDashboard } from '../../forms/uid.ts';
import { ERROR_RATIO, latency, REQUESTS } from '../../rules/services/series.ts';
import { BUDGET } from '../service/slo.ts';

/** A row for each service that runs, with what it does now and a way to its dashboard. */
export function servicesTable(environment: Environment): Panel {
  const namespace = environment.namespaces.services;
  const container = `namespace="${namespace}",container!="istio-proxy"`;
  return table({
    title: 'All services',
    description: 'Over the last five minutes. The name leads to the dashboard of the service.',
    height: 12,
    labels: { service: 'Service' },
    link: { title: 'Open its dashboard', url: '/d/${__data.fields.uid}', hidden: 'uid' },
    columns: [
      { title: 'Pods ready', expr: withUid(readyPods(container), environment), unit: 'short', decimals: 0 },
      ...(environment.mesh ? requestColumns(namespace) : []),
      { title: 'Restarts in an hour', expr: restarts(container), unit: 'short', decimals: 0 },
    ],
    sortBy: environment.mesh ? 'Failed' : 'Restarts in an hour',
  });
}

/** What sidecars count, and promises about it. */
function requestColumns(namespace: string): Parameters<typeof table>[0]['columns'] {
  const recorded = (series: string) => `sum by (service) (${series}{namespace="${namespace}"})`;
  return [
    { title: 'Requests', expr: recorded(REQUESTS), unit: 'reqps', decimals: 1 },
    {
      title: 'Failed',
      expr: recorded(ERROR_RATIO),
      unit: 'percentunit',
      decimals: 2,
      steps: [
        [null, 'green'],
        [0.001, 'orange'],
        [0.01, 'red'],
      ],
    },
    { title: 'p95', expr: recorded(latency(95)), unit: 'ms', decimals: 0 },
    {
      title: 'Budget left',
      expr: 'min by (service) (slo:period_error_budget_remaining:ratio)',
      unit: 'percentunit',
      decimals: 1,
      steps: BUDGET,
    },
  ];
}

/** The main container of a service has its name. */
function readyPods(container: string): string {
  return `sum by (service) (label_replace(kube_pod_container_status_ready{${container}}, "service", "$1", "container", "(.+)"))`;
}

function restarts(container: string): string {
  const increase = `increase(kube_pod_container_status_restarts_total{${container}}[1h])`;
  return `sum by (service) (label_replace(${increase}, "service", "$1", "container", "(.+)"))`;
}

/** The uid of the dashboard as a label to link by: made from the name, or spelled out where the name is too long. */
function withUid(expr: string, { services }: Environment): string {
  const plain = `label_replace(${expr}, "uid", "service-$1", "service", "(.+)")`;
  const shortened = services.filter(({ name }) => serviceDashboard(name) !== `service-${name}`);
  return shortened.reduce(
    (inner, { name }) => `label_replace(${inner}, "uid", "${serviceDashboard(name)}", "service", "${name}")`,
    plain,
  );
}

import type { Concern } from '../concern.ts';
import { addAlertmanager } from './alertmanager/chart.ts';
import { addExporters } from './exporters/chart.ts';
import { addGrafana } from './grafana/chart.ts';
import { addDashboards } from './grafana/dashboard-config-maps.ts';
import { addKiali } from './kiali/chart.ts';
import { addLogs } from './logs/chart.ts';
import { addOperator } from './operator/chart.ts';
import { addPrometheusRules } from './operator/rules.ts';
import type { PartChart } from './part-chart.ts';
import { addPrometheus } from './prometheus/chart.ts';
import { addRules } from './prometheus/rules.ts';
import { addTracing } from './tracing/chart.ts';

/** The programs, in the order their objects stand in the file. */
const PROGRAMS: readonly PartChart[] = [
  addPrometheus,
  addAlertmanager,
  addOperator,
  addExporters,
  addGrafana,
  addTracing,
  addLogs,
  addKiali,
];

/** What watches the platform: metrics, alerts, dashboards, traces and logs. */
export const observability = concern(
  'observability',
  'Prometheus, Alertmanager, Grafana, Jaeger and what feeds them, each behind policies of its own',
  PROGRAMS,
);

/** When somebody is told. A file of its own, as it is read for other reasons than what runs. */
export const alertRules = concern('alert-rules', 'rules of Prometheus: what is recorded and alerted', [
  addRules,
  addPrometheusRules,
]);

/** What people look at. */
export const dashboards = concern('dashboards', 'dashboards of Grafana', [addDashboards]);

function concern(name: string, summary: string, parts: readonly PartChart[]): Concern {
  return {
    name,
    summary,
    perEnvironment: (scope, environment) => {
      if (!environment.observability) return;
      for (const addPart of parts) addPart(scope, environment, environment.observability);
    },
  };
}

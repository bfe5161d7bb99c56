import type { Concern } from '../concern.ts';
import { alertmanagerFiles } from './alertmanager/chart.ts';
import { exporterFiles } from './exporters/chart.ts';
import { grafanaFiles } from './grafana/chart.ts';
import { dashboardFiles } from './grafana/dashboard-config-maps.ts';
import { kialiFiles } from './kiali/chart.ts';
import { logFiles } from './logs/chart.ts';
import { operatorFiles } from './operator/chart.ts';
import { prometheusRuleFiles } from './operator/rules.ts';
import type { PartFiles } from './part-files.ts';
import { prometheusFiles } from './prometheus/chart.ts';
import { ruleFiles } from './prometheus/rules.ts';
import { secretStoreFiles } from './secret-stores.ts';
import { tracingFiles } from './tracing/chart.ts';

/** The programs, then what they are told: when somebody is alerted, and what people look at. */
const PARTS: readonly PartFiles[] = [
  secretStoreFiles,
  prometheusFiles,
  alertmanagerFiles,
  operatorFiles,
  exporterFiles,
  grafanaFiles,
  tracingFiles,
  logFiles,
  kialiFiles,
  ruleFiles,
  prometheusRuleFiles,
  dashboardFiles,
];

/** What watches the platform: metrics, alerts, dashboards, traces and logs, a file for each program. */
export const observability: Concern = {
  name: 'observability',
  summary: 'Prometheus, Alertmanager, Grafana, Jaeger and what feeds them, each behind policies of its own',
  perThing: (environment) => {
    const { observability: watching } = environment;
    return watching ? PARTS.flatMap((filesOf) => filesOf(environment, watching)) : [];
  },
};

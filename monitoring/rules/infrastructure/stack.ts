import type { Observability } from '../../../src/model/observability.ts';
import type { RuleGroup } from '../../forms/rule.ts';
import { grafanaAlerts } from './stack/grafana.ts';
import { logAlerts } from './stack/logs.ts';
import { tracingAlerts } from './stack/tracing.ts';

/** The programs for traces, logs and dashboards, as far as the environment has them. */
export function stackGroups({ parts }: Observability): readonly RuleGroup[] {
  return [
    ...(parts.dashboards ? [{ name: 'grafana', rules: grafanaAlerts() }] : []),
    ...(parts.logs ? [{ name: 'logs', rules: logAlerts() }] : []),
    ...(parts.tracing ? [{ name: 'tracing', rules: tracingAlerts() }] : []),
  ];
}

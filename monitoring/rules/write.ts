import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { type AlertRule, isAlert, type RecordingRule, type RuleGroup } from '../forms/rule.ts';
import { RULE_FILES } from './index.ts';

/** How often rules are evaluated unless a group says otherwise: as often as metrics are read. */
const INTERVAL = '30s';

/** The groups of every rule file of an environment; files without groups are left out. */
export function ruleFiles(environment: Environment): ReadonlyMap<string, readonly RuleGroup[]> {
  const files = RULE_FILES.map(({ file, groups }) => [file, groups(environment)] as const);
  return new Map(files.filter(([, groups]) => groups.length > 0));
}

/** A rule file as Prometheus reads it. */
export function ruleFileText(groups: readonly RuleGroup[], observability: Observability): string {
  return writeYaml({ groups: groupsOf(groups, observability) });
}

/** The groups of a rule file as Prometheus reads them, which is what a PrometheusRule holds too. */
export function groupsOf(groups: readonly RuleGroup[], observability: Observability) {
  return groups.map(({ name, interval = INTERVAL, rules }) => ({
    name,
    interval,
    rules: rules.map((rule) => (isAlert(rule) ? alertOf(rule, observability) : recordingOf(rule))),
  }));
}

function recordingOf({ record, expr, labels }: RecordingRule) {
  return { record, expr, labels };
}

function alertOf(rule: AlertRule, { grafana, runbooks }: Observability) {
  return {
    alert: rule.alert,
    expr: rule.expr,
    for: rule.for,
    labels: { severity: rule.severity, ...rule.labels },
    annotations: {
      summary: rule.summary,
      description: rule.description,
      runbook_url: `${runbooks}/${rule.alert}.md`,
      dashboard_url: `${grafana.url}/d/${rule.dashboard}`,
    },
  };
}

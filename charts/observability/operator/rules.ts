import type { Construct } from 'constructs';
import { PrometheusRule } from '../../../imports/prometheus-operator.ts';
import type { RuleGroup } from '../../../monitoring/forms/rule.ts';
import { ruleParts } from '../../../monitoring/rules/rule-parts.ts';
import { groupsOf } from '../../../monitoring/rules/write.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { owned } from '../../owner.ts';
import type { PartFiles } from '../part-files.ts';
import { rulesPart } from '../prometheus/rules-part.ts';
import { alertLabels } from './alert-labels.ts';
import { operatorMetadata } from './metadata.ts';

/** A PrometheusRule for each rule file, where the cluster's operator evaluates them. */
export const prometheusRuleFiles: PartFiles = (environment, observability) => {
  if (observability.mode !== 'operator' || !observability.parts.metrics) return [];
  return [
    { name: 'alert-rules', part: 'metrics', addTo: (scope) => addRules(scope, environment, observability) },
  ];
};

function addRules(scope: Construct, environment: Environment, observability: Observability): void {
  const metadata = operatorMetadata(environment, observability);
  for (const { name, groups } of ruleParts(environment)) {
    const object = new PrometheusRule(scope, {
      metadata: metadata(name),
      spec: { groups: labelledGroups(groups, environment, observability) },
    });
    owned(object, { part: rulesPart(name) });
  }
}

/** Alerts say whose they are, which in mode standalone Prometheus adds: one of the operator has many platforms. */
function labelledGroups(
  groups: readonly RuleGroup[],
  environment: Environment,
  observability: Observability,
) {
  const own = alertLabels(environment);
  return groupsOf(groups, observability).map((group) => ({
    ...group,
    rules: group.rules.map((rule) =>
      'alert' in rule ? { ...rule, labels: { ...rule.labels, ...own } } : rule,
    ),
  }));
}

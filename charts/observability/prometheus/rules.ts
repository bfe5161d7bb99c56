import type { Construct } from 'constructs';
import { ConfigMap } from '../../../imports/kubernetes.ts';
import { ruleParts } from '../../../monitoring/rules/rule-parts.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { owned } from '../../owner.ts';
import type { PartFiles } from '../part-files.ts';
import { rulesConfigMap } from './prometheus.ts';
import { rulesPart } from './rules-part.ts';

/** The rules of the environment's own Prometheus, a ConfigMap for each file. */
export const ruleFiles: PartFiles = (environment, observability) => {
  if (observability.mode !== 'standalone' || !observability.parts.metrics) return [];
  return [{ name: 'alert-rules', part: 'metrics', addTo: (scope) => addRules(scope, environment) }];
};

function addRules(scope: Construct, environment: Environment): void {
  for (const { name, text } of ruleParts(environment)) {
    const object = new ConfigMap(scope, {
      metadata: {
        name: rulesConfigMap(name),
        namespace: environment.namespaces.monitoring,
        labels: { 'charthouse.dev/prometheus-rules': 'true' },
      },
      data: { [`${name}.yaml`]: text },
    });
    owned(object, { part: rulesPart(name) });
  }
}

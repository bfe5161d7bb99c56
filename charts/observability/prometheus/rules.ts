import { ConfigMap } from '../../../imports/kubernetes.ts';
import { ruleParts } from '../../../src/observability/rules/rule-parts.ts';
import type { PartChart } from '../part-chart.ts';
import { rulesConfigMap } from './prometheus.ts';

/** The rules of the environment's own Prometheus, a ConfigMap for each file. */
export const addRules: PartChart = (scope, environment, observability) => {
  if (observability.mode !== 'standalone' || !observability.parts.metrics) return;
  for (const { name, text } of ruleParts(environment)) {
    new ConfigMap(scope, {
      metadata: {
        name: rulesConfigMap(name),
        namespace: environment.namespaces.monitoring,
        labels: { 'charthouse.dev/prometheus-rules': 'true' },
      },
      data: { [`${name}.yaml`]: text },
    });
  }
};

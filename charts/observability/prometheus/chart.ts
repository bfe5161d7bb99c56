import { ruleParts } from '../../../src/observability/rules/rule-parts.ts';
import { addComponent } from '../component/add-component.ts';
import type { PartChart } from '../part-chart.ts';
import { prometheus } from './prometheus.ts';

/** Prometheus, where the environment has one of its own. */
export const addPrometheus: PartChart = (scope, environment, observability) => {
  if (observability.mode !== 'standalone' || !observability.parts.metrics) return;
  const rules = ruleParts(environment).map(({ name }) => name);
  addComponent(scope, environment, prometheus(environment, observability, rules));
};

import { ruleParts } from '../../../monitoring/rules/rule-parts.ts';
import { componentFile, type PartFiles } from '../part-files.ts';
import { prometheus } from './prometheus.ts';

/** Prometheus, where the environment has one of its own. */
export const prometheusFiles: PartFiles = (environment, observability) => {
  if (observability.mode !== 'standalone' || !observability.parts.metrics) return [];
  const rules = ruleParts(environment).map(({ name }) => name);
  return [componentFile(environment, 'metrics', prometheus(environment, observability, rules))];
};

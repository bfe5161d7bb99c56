import { ruleParts } from '../../../monitoring/rules/rule-parts.ts';
import { type PartFiles, watcherFile } from '../part-files.ts';
import { prometheus } from './prometheus.ts';

/** Prometheus, where the environment has one of its own. */
export const prometheusFiles: PartFiles = (environment, observability) => {
  if (observability.mode !== 'standalone' || !observability.parts.metrics) return [];
  const rules = ruleParts(environment).map(({ name }) => name);
  return [watcherFile(environment, 'metrics', prometheus(environment, observability, rules))];
};

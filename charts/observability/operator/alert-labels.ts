import type { Environment } from '../../../src/model/environment.ts';

/** Labels of every alert of an environment: in mode standalone those of its Prometheus, but for the cluster. */
export function alertLabels({ name, platform }: Environment) {
  return { environment: name, platform } as const;
}

import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const rollingUpdatePossible: Check = {
  name: 'rolling-update-possible',
  topic: 'reliability',
  severity: 'error',
  summary: 'A rolling update may add a pod or take one away.',
  why: 'With `maxSurge` and `maxUnavailable` both 0 there is no first step: the API server refuses the Deployment.',
  fix: 'Allow a pod more (`maxSurge: 25%`) or a pod less (`maxUnavailable: 1`).',
  sources: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment',
  ],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('Deployment', 'apps')) {
      const { maxSurge, maxUnavailable } = specOf<DeploymentSpec>(object).strategy?.rollingUpdate ?? {};
      if (!isNone(maxSurge) || !isNone(maxUnavailable)) continue;
      tell(
        object,
        'spec.strategy.rollingUpdate',
        'expected maxSurge or maxUnavailable above 0, found 0 and 0',
      );
    }
  },
};

interface DeploymentSpec {
  readonly strategy: {
    readonly rollingUpdate?: {
      readonly maxSurge?: number | string;
      readonly maxUnavailable?: number | string;
    };
  };
}

function isNone(bound: number | string | undefined): boolean {
  return bound === 0 || bound === '0%';
}

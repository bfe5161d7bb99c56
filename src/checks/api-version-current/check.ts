import type { Check } from '../check.ts';
import { isRemoved, retirementOf } from '../schemas/retirement.ts';

export const apiVersionCurrent: Check = {
  name: 'api-version-current',
  topic: 'schema',
  severity: 'warning',
  summary: 'No `apiVersion` is deprecated in the version of Kubernetes the cluster has.',
  why: 'A deprecated API version is served today, and refused after some upgrade to come.',
  fix: 'Write the `apiVersion` the message names, and look up which fields changed with it.',
  sources: [
    'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    'https://kubernetes.io/docs/reference/using-api/deprecation-policy/',
  ],
  examine: ({ verdicts, cluster: { kubernetesMinor } }, tell) => {
    for (const { object } of verdicts) {
      const { apiVersion, kind } = object;
      const retirement = retirementOf(apiVersion, kind);
      if (!retirement || isRemoved(retirement, kubernetesMinor)) continue;
      const { deprecatedIn = Number.POSITIVE_INFINITY, removedIn, instead } = retirement;
      if (deprecatedIn > kubernetesMinor) continue;
      const until = removedIn === undefined ? '' : `, and removed in 1.${removedIn}`;
      const found = `found ${apiVersion} ${kind}, which is deprecated since Kubernetes 1.${deprecatedIn}${until}`;
      tell(object, 'apiVersion', `expected ${instead}, ${found}`);
    }
  },
};

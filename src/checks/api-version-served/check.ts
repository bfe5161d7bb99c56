import type { Check } from '../check.ts';
import { isRemoved, type Retirement, retirementOf } from '../schemas/retirement.ts';

export const apiVersionServed: Check = {
  name: 'api-version-served',
  topic: 'schema',
  severity: 'error',
  summary:
    'Every `apiVersion` is one that the cluster, or a supported version of the operator, still serves.',
  why: 'Objects of a removed API version are refused: the first deployment after an upgrade of the cluster or the operator fails. Versions of operators count as removed when no supported release serves them, unless a CustomResourceDefinition that was given still has them.',
  fix: 'Write the `apiVersion` the message names, and look up which fields changed with it.',
  sources: [
    'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    'https://github.com/external-secrets/external-secrets/releases/tag/v0.17.0',
    'https://cert-manager.io/docs/releases/upgrading/remove-deprecated-apis/',
    'https://karpenter.sh/docs/upgrading/upgrade-guide/',
  ],
  examine: ({ verdicts, cluster }, tell) => {
    for (const { object, flaws } of verdicts) {
      const { apiVersion, kind } = object;
      const retirement = retirementOf(apiVersion, kind);
      if (!retirement || !isRemoved(retirement, cluster.kubernetesMinor)) continue;
      const isDefinedHere = flaws !== undefined && typeof retirement.removedIn === 'string';
      if (!isDefinedHere) tell(object, 'apiVersion', message(apiVersion, kind, retirement));
    }
  },
};

function message(apiVersion: string, kind: string, { removedIn, instead }: Retirement): string {
  const since = typeof removedIn === 'number' ? `Kubernetes 1.${removedIn}` : removedIn;
  return `expected ${instead}, found ${apiVersion} ${kind}, which ${since} removed`;
}

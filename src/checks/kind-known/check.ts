import type { Check } from '../check.ts';
import { retirementOf } from '../schemas/retirement.ts';

export const kindKnown: Check = {
  name: 'kind-known',
  topic: 'schema',
  severity: 'error',
  summary: 'Every object is of a kind whose schema is known, so that it can be judged.',
  why: 'An object of a kind the cluster does not have is refused, and so is the whole synchronisation it is part of. One of a kind that is merely not known here would be applied with whatever mistakes it has.',
  fix: 'Correct `apiVersion` and `kind`. For a kind of an operator, give the CustomResourceDefinitions the cluster has (`kubectl get crds -o yaml`): `cluster: {crds: [...]}` in the environment file, or `--crds`. They may also be among the rendered objects.',
  sources: ['https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/'],
  examine: ({ verdicts }, tell) => {
    for (const { object, flaws, likely = 'a kind with a known schema' } of verdicts) {
      const { apiVersion, kind } = object;
      // Of the end of an API version the checks of API versions tell.
      if (flaws === undefined && retirementOf(apiVersion, kind) === undefined) {
        tell(object, 'kind', `expected ${likely}, found ${apiVersion} ${kind}`);
      }
    }
  },
};

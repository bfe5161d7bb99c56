import type { Check } from '../check.ts';

export const wellFormed: Check = {
  name: 'well-formed',
  topic: 'schema',
  severity: 'error',
  summary: 'Every object has the fields of its kind and no others, with values of their types.',
  why: 'An API server refuses a wrong value, and may drop a field it does not know without a word: the setting is then not made. Objects with wrong values are not judged by any other check, as none can trust what they say. Rules of definitions in the language CEL (`x-kubernetes-validations`) are evaluated, but not what an API server decides by code of its own.',
  fix: 'Write the field as the documentation of the kind has it (`kubectl explain deployment.spec`), or leave it out. When a newer version of an operator has the field, give the CustomResourceDefinitions the cluster has: `cluster: {crds: [...]}` in the environment file, or `--crds`.',
  sources: [
    'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
    'https://kubernetes.io/docs/reference/kubernetes-api/',
  ],
  examine: ({ verdicts }, tell) => {
    for (const { object, flaws = [] } of verdicts) {
      for (const { field, message } of flaws) tell(object, field, message);
    }
  },
};

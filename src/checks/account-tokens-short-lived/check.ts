import type { Check } from '../check.ts';

const TYPE = 'kubernetes.io/service-account-token';

export const accountTokensShortLived: Check = {
  name: 'account-tokens-short-lived',
  topic: 'secrets',
  severity: 'error',
  summary: 'No Secret asks for a ServiceAccount token that never expires.',
  why: 'Kubernetes fills it with a token that works until the Secret is deleted, for everybody who may read it.',
  fix: 'Use a projected `serviceAccountToken` volume, or `kubectl create token` where a person needs one.',
  sources: ['https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('Secret', '')) {
      if (object['type'] === TYPE) tell(object, 'type', `expected another type, found ${TYPE}`);
    }
  },
};

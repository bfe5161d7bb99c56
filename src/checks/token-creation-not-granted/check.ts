import type { Check } from '../check.ts';
import { grantedRights } from '../inventory/granted-rights.ts';

const RIGHTS = [{ group: '', resources: ['serviceaccounts/token'], verbs: ['create'] }];

export const tokenCreationNotGranted: Check = {
  name: 'token-creation-not-granted',
  topic: 'access',
  severity: 'error',
  summary: 'No role may create tokens of ServiceAccounts.',
  why: 'With such a token one acts as the ServiceAccount, in the API and through IAM in the cloud, long after the pod is gone.',
  fix: 'Remove `serviceaccounts/token`, or name the ServiceAccount in `resourceNames`.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request'],
  examine: (inventory, tell) => {
    for (const { object, field, found } of grantedRights(inventory, RIGHTS)) {
      tell(object, field, `expected no right to create tokens, found ${found}`);
    }
  },
};

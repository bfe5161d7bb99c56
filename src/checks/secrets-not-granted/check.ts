import type { Check } from '../check.ts';
import { grantedRights } from '../inventory/granted-rights.ts';

const RIGHTS = [{ group: '', resources: ['secrets'], verbs: ['get', 'list', 'watch'] }];

export const secretsNotGranted: Check = {
  name: 'secrets-not-granted',
  topic: 'access',
  severity: 'error',
  summary: 'No role may read the Secrets of a whole namespace or cluster.',
  why: 'Who may list Secrets has every password and every token in them, those of other services too.',
  fix: 'Remove `secrets` from the rule, or name the ones that are needed in `resourceNames`.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets'],
  examine: (inventory, tell) => {
    for (const { object, field, found } of grantedRights(inventory, RIGHTS)) {
      tell(object, field, `expected no right to read Secrets, found ${found}`);
    }
  },
};

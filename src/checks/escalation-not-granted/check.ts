import type { Check } from '../check.ts';
import { grantedRights } from '../inventory/granted-rights.ts';

const RIGHTS = [
  { group: 'rbac.authorization.k8s.io', resources: ['roles', 'clusterroles'], verbs: ['escalate', 'bind'] },
  { group: '', resources: ['users', 'groups', 'serviceaccounts'], verbs: ['impersonate'] },
];

export const escalationNotGranted: Check = {
  name: 'escalation-not-granted',
  topic: 'access',
  severity: 'error',
  summary: 'No role allows to escalate, to bind roles or to act as somebody else.',
  why: 'Each of the three lifts the rule that nobody can grant more than they have: who has one has everything.',
  fix: 'Remove the verb, or name the roles or subjects it is for in `resourceNames`.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb'],
  examine: (inventory, tell) => {
    for (const { object, field, found } of grantedRights(inventory, RIGHTS)) {
      tell(object, field, `expected no way to gain rights, found ${found}`);
    }
  },
};

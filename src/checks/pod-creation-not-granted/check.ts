import type { Check } from '../check.ts';
import { grantedRights } from '../inventory/granted-rights.ts';

const RIGHTS = [{ group: '', resources: ['pods'], verbs: ['create'] }];

export const podCreationNotGranted: Check = {
  name: 'pod-creation-not-granted',
  topic: 'access',
  severity: 'warning',
  summary: 'No role may create bare pods.',
  why: 'Who may create a pod may mount every Secret and run as every ServiceAccount of the namespace, in a pod that no review has seen and no controller shows.',
  fix: 'Grant `deployments` or `jobs` to those who release; nothing to others.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation'],
  examine: (inventory, tell) => {
    for (const { object, field, found } of grantedRights(inventory, RIGHTS)) {
      tell(object, field, `expected no right to create pods, found ${found}`);
    }
  },
};

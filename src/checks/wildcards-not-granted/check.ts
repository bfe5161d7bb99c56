import type { Check } from '../check.ts';
import { placedRules } from '../inventory/granted-rights.ts';

const FIELDS = ['apiGroups', 'resources', 'verbs', 'nonResourceURLs'] as const;

export const wildcardsNotGranted: Check = {
  name: 'wildcards-not-granted',
  topic: 'access',
  severity: 'error',
  summary: 'Roles list what they allow, without `*`.',
  why: 'A wildcard grants what nobody thought of, such as `impersonate` and `escalate`, and every kind that is installed later.',
  fix: 'List the API groups, resources and verbs that are used.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege'],
  examine: (inventory, tell) => {
    for (const { object, field, rule } of placedRules(inventory)) {
      for (const key of FIELDS) {
        const found = rule[key]?.find((value) => value === '*' || value.endsWith('/*'));
        if (found) tell(object, `${field}.${key}`, `expected names, found ${found}`);
      }
    }
  },
};

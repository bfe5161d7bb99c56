import type { Check } from '../check.ts';
import { roleBindings } from '../inventory/role-bindings.ts';

const EVERYBODY: ReadonlySet<string> = new Set([
  'system:anonymous',
  'system:authenticated',
  'system:masters',
  'system:serviceaccounts',
  'system:unauthenticated',
]);

export const everybodyNotGranted: Check = {
  name: 'everybody-not-granted',
  topic: 'access',
  severity: 'error',
  summary: 'Roles are bound to groups of people and to ServiceAccounts, not to everybody.',
  why: '`system:authenticated` is every user and every pod of the cluster, `system:unauthenticated` everybody who reaches it; `system:masters` cannot be limited.',
  fix: 'Name the groups in `access` of the environment, or the ServiceAccount.',
  sources: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects'],
  examine: (inventory, tell) => {
    for (const { object, subjects } of roleBindings(inventory)) {
      for (const [index, { kind, name }] of subjects.entries()) {
        if (kind === 'ServiceAccount' || !EVERYBODY.has(name)) continue;
        tell(
          object,
          `subjects[${index}].name`,
          `expected a group or ServiceAccount of its own, found ${name}`,
        );
      }
    }
  },
};

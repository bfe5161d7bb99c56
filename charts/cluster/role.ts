import type { Construct } from 'constructs';
import { type PolicyRule, Role, RoleBinding } from '../../imports/kubernetes.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** A role in a namespace and the groups that hold it. Without groups nothing is bound. */
export function role(
  scope: Construct,
  namespace: string,
  name: string,
  rules: readonly PolicyRule[],
  groups: readonly string[],
): void {
  const metadata = { name, namespace };
  new Role(scope, { metadata, rules });
  if (groups.length === 0) return;
  new RoleBinding(scope, {
    metadata,
    subjects: groups.map((group) => ({ kind: 'Group', name: group, apiGroup: RBAC })),
    roleRef: { kind: 'Role', name, apiGroup: RBAC },
  });
}

import type { IRoleRef } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import type { Check } from '../check.ts';
import { namespaceOf } from '../inventory/spec.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';

export const roleKnown: Check = {
  name: 'role-known',
  topic: 'references',
  severity: 'error',
  summary: 'Every Role that a RoleBinding gives is rendered.',
  why: 'The binding is accepted and gives nothing: its subjects are refused with 403, and `roleRef` cannot be changed afterwards.',
  fix: 'Render the Role in the namespace of the binding, or name one that is there.',
  sources: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding',
  ],
  examine: (inventory, tell) => {
    for (const binding of inventory.ofKind('RoleBinding')) {
      const role = binding['roleRef'] as IRoleRef | undefined;
      const namespace = namespaceOf(binding);
      // ClusterRoles may be the cluster's own.
      if (
        role?.kind !== 'Role' ||
        !isLegible(inventory)(namespace) ||
        inventory.find('Role', namespace, role.name)
      )
        continue;
      tell(
        binding,
        'roleRef.name',
        `expected a Role of ${namespace}, found ${role.name}, which is not rendered`,
      );
    }
  },
};

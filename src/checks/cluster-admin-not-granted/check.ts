import type { Check } from '../check.ts';
import { roleBindings } from '../inventory/role-bindings.ts';

export const clusterAdminNotGranted: Check = {
  name: 'cluster-admin-not-granted',
  topic: 'access',
  severity: 'error',
  summary: 'Nobody is bound to `cluster-admin`.',
  why: 'It allows everything, even to give it to others; whoever gets hold of one such token owns the cluster.',
  fix: 'Bind a Role that lists what is needed: `access: {deployer: [...], viewer: [...]}` in the environment.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege'],
  examine: (inventory, tell) => {
    for (const { object, role } of roleBindings(inventory)) {
      if (role.kind === 'ClusterRole' && role.name === 'cluster-admin') {
        tell(object, 'roleRef.name', 'expected a role with the rights that are needed, found cluster-admin');
      }
    }
  },
};

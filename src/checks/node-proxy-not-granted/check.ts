import type { Check } from '../check.ts';
import { grantedRights } from '../inventory/granted-rights.ts';

const RIGHTS = [
  {
    group: '',
    resources: ['nodes/proxy'],
    verbs: ['get', 'create', 'update', 'patch', 'delete', 'list', 'watch'],
  },
];

export const nodeProxyNotGranted: Check = {
  name: 'node-proxy-not-granted',
  topic: 'access',
  severity: 'error',
  summary: 'No role may speak to kubelets through `nodes/proxy`.',
  why: 'Even with `get` alone the kubelet runs commands in every pod of the node, past admission and the audit log.',
  fix: 'Grant `nodes/metrics` or `nodes/stats`, which monitoring needs, instead.',
  sources: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes',
  ],
  examine: (inventory, tell) => {
    for (const { object, field, found } of grantedRights(inventory, RIGHTS)) {
      tell(object, field, `expected no way to the kubelets, found ${found}`);
    }
  },
};

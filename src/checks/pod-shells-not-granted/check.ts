import type { Check } from '../check.ts';
import { grantedRights } from '../inventory/granted-rights.ts';

const RIGHTS = [
  { group: '', resources: ['pods/exec', 'pods/attach', 'pods/portforward'], verbs: ['create', 'get'] },
  { group: '', resources: ['pods/ephemeralcontainers'], verbs: ['patch', 'update'] },
];

export const podShellsNotGranted: Check = {
  name: 'pod-shells-not-granted',
  topic: 'access',
  severity: 'error',
  summary: 'No role may run commands in pods, attach to them or forward their ports.',
  why: 'A shell in a pod has its files, secrets and identity, and goes around the network policies and the mesh.',
  fix: 'Remove the subresource; grant it for the time of an incident, to the person who needs it.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  examine: (inventory, tell) => {
    for (const { object, field, found } of grantedRights(inventory, RIGHTS)) {
      tell(object, field, `expected no way into running pods, found ${found}`);
    }
  },
};

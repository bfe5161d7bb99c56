import type { Check } from '../check.ts';
import { argoApplications } from '../inventory/argo-applications.ts';

export const argoNeverEmpties: Check = {
  name: 'argo-never-empties',
  topic: 'delivery',
  severity: 'error',
  summary: 'No Application may be synced to nothing at all.',
  why: 'With `allowEmpty: true`, a path that renders empty by mistake makes Argo CD prune every object of the environment.',
  fix: 'Remove `allowEmpty`, or write `false`.',
  sources: [
    'https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/#automatic-pruning-with-allow-empty-v18',
  ],
  examine: (inventory, tell) => {
    for (const { object, field, spec } of argoApplications(inventory)) {
      if (spec.syncPolicy?.automated?.allowEmpty !== true) continue;
      tell(object, `${field}.syncPolicy.automated.allowEmpty`, 'expected false, found true');
    }
  },
};

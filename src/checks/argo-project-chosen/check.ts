import type { Check } from '../check.ts';
import { argoApplications } from '../inventory/argo-applications.ts';

export const argoProjectChosen: Check = {
  name: 'argo-project-chosen',
  topic: 'delivery',
  severity: 'error',
  summary: 'Every Application is in an AppProject of its own choice, not in `default`.',
  why: 'The project `default` allows every repository, every cluster and every kind: one wrong line deploys anything anywhere.',
  fix: 'Write `spec.project` and the AppProject that says what it may do.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/projects/#the-default-project'],
  examine: (inventory, tell) => {
    for (const { object, field, spec } of argoApplications(inventory)) {
      if (spec.project && spec.project !== 'default') continue;
      tell(object, `${field}.project`, `expected a project of its own, found ${spec.project || 'nothing'}`);
    }
  },
};

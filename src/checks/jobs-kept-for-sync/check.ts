import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const jobsKeptForSync: Check = {
  name: 'jobs-kept-for-sync',
  topic: 'delivery',
  severity: 'error',
  summary: 'Jobs that Argo CD applies are not deleted by themselves when they are done.',
  why: 'When `ttlSecondsAfterFinished` removes a hook before Argo CD looks, the sync waits for it for ever; any other Job is missing then, and is run again.',
  fix: 'Remove `ttlSecondsAfterFinished`. Hooks are cleaned up by `argocd.argoproj.io/hook-delete-policy: BeforeHookCreation`.',
  sources: [
    'https://github.com/argoproj/argo-cd/issues/21055',
    'https://github.com/argoproj/argo-cd/issues/6880',
  ],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('Job', 'batch')) {
      const found = specOf<{ ttlSecondsAfterFinished: number }>(object).ttlSecondsAfterFinished;
      if (found !== undefined)
        tell(object, 'spec.ttlSecondsAfterFinished', `expected nothing, found ${found}`);
    }
  },
};

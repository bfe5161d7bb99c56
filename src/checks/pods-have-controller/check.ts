import type { Check } from '../check.ts';

/** A hook of a sync runs once, and Argo CD looks after it. */
const HOOK = 'argocd.argoproj.io/hook';

export const podsHaveController: Check = {
  name: 'pods-have-controller',
  topic: 'reliability',
  severity: 'error',
  summary: 'No Pod or ReplicaSet is written by hand.',
  why: 'Nothing brings a Pod back when its node goes away, and nothing rolls out a change to a ReplicaSet.',
  fix: 'Describe a service of kind `web`, `worker`, `cron` or `task`; in manifests, write a Deployment or a Job.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/pods/#working-with-pods'],
  examine: ({ workloads }, tell) => {
    for (const { object, kind } of workloads) {
      const isHook = object.metadata.annotations?.[HOOK] !== undefined;
      if (!isHook && (kind === 'Pod' || kind === 'ReplicaSet')) {
        tell(object, 'kind', `expected a kind that keeps its pods, found ${kind}`);
      }
    }
  },
};

import type { Check } from '../check.ts';

export const restartPolicyFits: Check = {
  name: 'restart-policy-fits',
  topic: 'reliability',
  severity: 'error',
  summary: 'Pods of jobs restart on failure or never; all others always.',
  why: 'The API server refuses anything else, and for a job the default is refused too.',
  fix: 'Write `restartPolicy: Never` in the pod template of a job, nothing in that of a Deployment.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template'],
  examine: ({ workloads }, tell) => {
    for (const { object, kind, pod, podField } of workloads) {
      if (kind === 'Pod') continue;
      const expected = kind === 'Job' || kind === 'CronJob' ? ['Never', 'OnFailure'] : ['Always'];
      const found = pod.restartPolicy ?? 'Always';
      if (expected.includes(found)) continue;
      tell(object, `${podField}.restartPolicy`, `expected ${expected.join(' or ')}, found ${found}`);
    }
  },
};

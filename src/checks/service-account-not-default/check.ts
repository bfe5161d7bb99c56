import type { Check } from '../check.ts';

export const serviceAccountNotDefault: Check = {
  name: 'service-account-not-default',
  topic: 'pods',
  severity: 'error',
  summary: 'Every pod runs as a ServiceAccount of its own choice, not as `default`.',
  why: 'What is granted to `default`, in the API, in the mesh or in the cloud, is granted to every pod of the namespace that names no other.',
  fix: 'Write `serviceAccountName`. Charts make one ServiceAccount per service.',
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField } of workloads) {
      const found = pod.serviceAccountName ?? pod.serviceAccount ?? '';
      if (found === '' || found === 'default') {
        const message = `expected a ServiceAccount of its own, found ${found || 'nothing'}`;
        tell(object, `${podField}.serviceAccountName`, message);
      }
    }
  },
};

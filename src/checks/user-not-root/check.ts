import type { Check } from '../check.ts';
import { securityContexts } from '../inventory/security-contexts.ts';

export const userNotRoot: Check = {
  name: 'user-not-root',
  topic: 'pods',
  severity: 'error',
  summary: 'No pod or container asks for user 0.',
  why: 'With `runAsNonRoot` the kubelet refuses to start the container; without it the program is root.',
  fix: 'Write a user of the image other than 0, such as `runAsUser: 10001`, or leave the choice to the image; the agent of `observability` that reads logs needs an exception.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      for (const { field, context } of securityContexts(workload)) {
        if (context.runAsUser === 0) {
          tell(workload.object, `${field}.runAsUser`, 'expected a user other than root, found 0');
        }
      }
    }
  },
};

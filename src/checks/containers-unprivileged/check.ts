import type { Check } from '../check.ts';

export const containersUnprivileged: Check = {
  name: 'containers-unprivileged',
  topic: 'pods',
  severity: 'error',
  summary: 'No container is privileged.',
  why: 'A privileged container is root on the node: whoever breaks into it has every pod, Secret and volume there.',
  fix: 'Remove `privileged: true`. Ask for the one capability the program needs, with an exception, if it needs one.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        if (container.securityContext?.privileged === true) {
          tell(object, `${field}.securityContext.privileged`, 'expected false, found true');
        }
      }
    }
  },
};

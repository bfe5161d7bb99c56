import type { Check } from '../check.ts';

const FIELDS = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

export const hostNamespacesUnused: Check = {
  name: 'host-namespaces-unused',
  topic: 'pods',
  severity: 'error',
  summary: 'No pod shares the network, the processes or the IPC of its node.',
  why: 'Such a pod sees the traffic and the processes of every other pod on the node, and no NetworkPolicy holds for it.',
  fix: 'Remove `hostNetwork`, `hostPID` and `hostIPC` from the pod. Charts never write them.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField } of workloads) {
      for (const field of FIELDS) {
        if (pod[field] === true) tell(object, `${podField}.${field}`, 'expected false, found true');
      }
    }
  },
};

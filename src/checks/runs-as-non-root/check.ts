import type { Check } from '../check.ts';
import { isWindows } from '../inventory/windows.ts';

export const runsAsNonRoot: Check = {
  name: 'runs-as-non-root',
  topic: 'pods',
  severity: 'error',
  summary: 'Every container is refused by the kubelet when it would run as root.',
  why: 'An image whose `USER` is forgotten runs as root, and a way out of the container leads to a root shell on the node.',
  fix: 'Write `securityContext: {runAsNonRoot: true}` in the pod, and never `false` in a container. Charts do so; the agent of `observability` that reads logs needs an exception.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      const { object, pod, containers } = workload;
      if (isWindows(workload)) continue;
      const ofPod = pod.securityContext?.runAsNonRoot;
      for (const { container, field } of containers) {
        const found = container.securityContext?.runAsNonRoot ?? ofPod;
        if (found !== true) {
          tell(object, `${field}.securityContext.runAsNonRoot`, `expected true, found ${found ?? 'nothing'}`);
        }
      }
    }
  },
};

import type { Check } from '../check.ts';
import { isWindows } from '../inventory/windows.ts';

export const readOnlyRootFilesystem: Check = {
  name: 'read-only-root-filesystem',
  topic: 'pods',
  severity: 'error',
  summary: 'Every container has a read-only root filesystem.',
  why: 'Whoever breaks in can otherwise replace the program, and files written there fill the disk of the node.',
  fix: 'Write `readOnlyRootFilesystem: true`. Charts do so; name what a service writes to: `writablePaths: [/var/cache/web]`.',
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      if (isWindows(workload)) continue;
      for (const { container, field } of workload.containers) {
        const found = container.securityContext?.readOnlyRootFilesystem;
        if (found !== true) {
          const message = `expected true, found ${found ?? 'nothing'}`;
          tell(workload.object, `${field}.securityContext.readOnlyRootFilesystem`, message);
        }
      }
    }
  },
};

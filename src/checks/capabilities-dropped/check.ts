import type { Check } from '../check.ts';
import { isWindows } from '../inventory/windows.ts';

export const capabilitiesDropped: Check = {
  name: 'capabilities-dropped',
  topic: 'pods',
  severity: 'error',
  summary: 'Every container drops all Linux capabilities.',
  why: 'Runtimes leave fourteen capabilities to a container, raw sockets among them: enough to answer for other pods. A restricted namespace refuses the pod.',
  fix: 'Write `securityContext: {capabilities: {drop: [ALL]}}` in the container. Charts do so.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      if (isWindows(workload)) continue;
      for (const { container, field } of workload.containers) {
        const drop = container.securityContext?.capabilities?.drop ?? [];
        if (!drop.includes('ALL')) {
          const message = `expected ALL, found ${drop.join(', ') || 'nothing'}`;
          tell(workload.object, `${field}.securityContext.capabilities.drop`, message);
        }
      }
    }
  },
};

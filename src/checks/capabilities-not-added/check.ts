import type { Check } from '../check.ts';
import { isWindows } from '../inventory/windows.ts';

export const capabilitiesNotAdded: Check = {
  name: 'capabilities-not-added',
  topic: 'pods',
  severity: 'error',
  summary: 'No container adds a Linux capability other than `NET_BIND_SERVICE`.',
  why: 'Capabilities such as `SYS_ADMIN` or `NET_ADMIN` lead out of the container; a restricted namespace refuses the pod.',
  fix: 'Remove `capabilities.add`. A port below 1024 needs `NET_BIND_SERVICE`, better a port above.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      if (isWindows(workload)) continue;
      for (const { container, field } of workload.containers) {
        const added = container.securityContext?.capabilities?.add ?? [];
        const refused = added.filter((capability) => capability !== 'NET_BIND_SERVICE');
        if (refused.length > 0) {
          const message = `expected at most NET_BIND_SERVICE, found ${refused.join(', ')}`;
          tell(workload.object, `${field}.securityContext.capabilities.add`, message);
        }
      }
    }
  },
};

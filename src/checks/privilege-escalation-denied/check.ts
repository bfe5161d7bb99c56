import type { Check } from '../check.ts';
import { isWindows } from '../inventory/windows.ts';

export const privilegeEscalationDenied: Check = {
  name: 'privilege-escalation-denied',
  topic: 'pods',
  severity: 'error',
  summary: 'Every container says `allowPrivilegeEscalation: false`.',
  why: 'Otherwise a process can gain rights through a setuid program such as `sudo`; a restricted namespace refuses the pod.',
  fix: 'Write `securityContext: {allowPrivilegeEscalation: false}` in the container. Charts do so.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      if (isWindows(workload)) continue;
      for (const { container, field } of workload.containers) {
        const found = container.securityContext?.allowPrivilegeEscalation;
        if (found !== false) {
          const message = `expected false, found ${found ?? 'nothing'}`;
          tell(workload.object, `${field}.securityContext.allowPrivilegeEscalation`, message);
        }
      }
    }
  },
};

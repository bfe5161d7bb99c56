import type { Check } from '../check.ts';
import { isWindows } from '../inventory/windows.ts';

const CONFINED: ReadonlySet<string | undefined> = new Set(['RuntimeDefault', 'Localhost']);

export const seccompProfileSet: Check = {
  name: 'seccomp-profile-set',
  topic: 'pods',
  severity: 'error',
  summary: 'Every container runs under a seccomp profile.',
  why: 'Without one the program may make any system call, the way out of a container through most kernel bugs; a restricted namespace refuses the pod.',
  fix: 'Write `securityContext: {seccompProfile: {type: RuntimeDefault}}` in the pod. Charts do so.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      const { object, pod, containers } = workload;
      if (isWindows(workload)) continue;
      const ofPod = pod.securityContext?.seccompProfile?.type;
      for (const { container, field } of containers) {
        const type = container.securityContext?.seccompProfile?.type ?? ofPod;
        if (CONFINED.has(type)) continue;
        const message = `expected RuntimeDefault or Localhost, found ${type ?? 'nothing'}`;
        tell(object, `${field}.securityContext.seccompProfile.type`, message);
      }
    }
  },
};

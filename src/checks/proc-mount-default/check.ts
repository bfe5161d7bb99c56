import type { Check } from '../check.ts';

export const procMountDefault: Check = {
  name: 'proc-mount-default',
  topic: 'pods',
  severity: 'error',
  summary: 'Every container has the masked `/proc` of its runtime.',
  why: 'An unmasked `/proc` shows and changes settings of the kernel that all pods of the node share.',
  fix: 'Remove `procMount`.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        const found = container.securityContext?.procMount;
        if (found !== undefined && found !== 'Default') {
          tell(object, `${field}.securityContext.procMount`, `expected Default, found ${found}`);
        }
      }
    }
  },
};

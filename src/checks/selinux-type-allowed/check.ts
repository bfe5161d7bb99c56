import type { ISELinuxOptions } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';
import { securityContexts } from '../inventory/security-contexts.ts';

const TYPES = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

export const selinuxTypeAllowed: Check = {
  name: 'selinux-type-allowed',
  topic: 'pods',
  severity: 'error',
  summary: 'SELinux options name a type for containers, and neither a user nor a role.',
  why: 'A type such as `spc_t` lifts the confinement of the container, so it reads and writes the files of the node.',
  fix: 'Remove `seLinuxOptions`, or keep only a type made for containers and a level.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      for (const { field, context } of securityContexts(workload)) {
        const refused = context.seLinuxOptions && refusedOption(context.seLinuxOptions);
        if (!refused) continue;
        tell(workload.object, `${field}.seLinuxOptions.${refused.option}`, refused.message);
      }
    }
  },
};

interface Refused {
  readonly option: string;
  readonly message: string;
}

function refusedOption({ type, user, role }: ISELinuxOptions): Refused | undefined {
  if (type && !TYPES.includes(type)) {
    return { option: 'type', message: `expected one of ${TYPES.join(', ')}, found ${type}` };
  }
  if (user) return { option: 'user', message: `expected nothing, found ${user}` };
  if (role) return { option: 'role', message: `expected nothing, found ${role}` };
  return undefined;
}

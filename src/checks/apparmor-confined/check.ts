import type { Check } from '../check.ts';
import { securityContexts } from '../inventory/security-contexts.ts';
import type { Workload } from '../inventory/workload.ts';

/** How it was written before Kubernetes 1.30, one for each container. */
const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

export const apparmorConfined: Check = {
  name: 'apparmor-confined',
  topic: 'pods',
  severity: 'error',
  summary: 'No pod or container turns AppArmor off.',
  why: 'The runtime confines containers on nodes that have AppArmor; `Unconfined` gives up what keeps them from mounting and tracing.',
  fix: 'Remove `appArmorProfile`, or set its type to `RuntimeDefault` or `Localhost`.',
  sources: ['https://kubernetes.io/docs/tutorials/security/apparmor/'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      for (const field of unconfinedFields(workload)) {
        tell(workload.object, field, 'expected the profile of the runtime or a local one, found unconfined');
      }
    }
  },
};

function unconfinedFields(workload: Workload): readonly string[] {
  const annotations = Object.entries(workload.podAnnotations).filter(
    ([key, value]) => key.startsWith(ANNOTATION) && value === 'unconfined',
  );
  return [
    ...securityContexts(workload)
      .filter(({ context }) => context.appArmorProfile?.type === 'Unconfined')
      .map(({ field }) => `${field}.appArmorProfile.type`),
    ...annotations.map(
      ([key]) => `${workload.podField.slice(0, -'spec'.length)}metadata.annotations[${key}]`,
    ),
  ];
}

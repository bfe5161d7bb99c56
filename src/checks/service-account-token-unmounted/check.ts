import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Workload } from '../inventory/workload.ts';

export const serviceAccountTokenUnmounted: Check = {
  name: 'service-account-token-unmounted',
  topic: 'pods',
  severity: 'error',
  summary: 'A pod gets a token for the Kubernetes API only when the pod itself asks for one.',
  why: 'The token is mounted by default: whoever breaks into the pod speaks to the API server with the rights of its ServiceAccount.',
  fix: 'Write `automountServiceAccountToken: false` in the pod or its ServiceAccount. Charts do so. A program that needs the API says `true` in the pod.',
  sources: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  ],
  examine: (inventory, tell) => {
    for (const workload of inventory.workloads) {
      if (workload.pod.automountServiceAccountToken !== undefined || mayBeOff(workload, inventory)) continue;
      const field = `${workload.podField}.automountServiceAccountToken`;
      tell(workload.object, field, 'expected false, or true where it is needed, found nothing');
    }
  },
};

/** The ServiceAccount says false; or it is of a namespace that somebody else looks after. */
function mayBeOff({ pod, namespace }: Workload, { find, ownsNamespace }: Inventory): boolean {
  const account = find('ServiceAccount', namespace, pod.serviceAccountName ?? 'default');
  return account ? account['automountServiceAccountToken'] === false : !ownsNamespace(namespace);
}

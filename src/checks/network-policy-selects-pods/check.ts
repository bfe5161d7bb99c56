import type { INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { Check } from '../check.ts';
import { isEmpty } from '../inventory/network-peers.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const networkPolicySelectsPods: Check = {
  name: 'network-policy-selects-pods',
  topic: 'network',
  severity: 'error',
  summary: 'Every NetworkPolicy selects pods.',
  why: 'The pods it was written for keep only what the namespace’s default allows: usually nothing, so their calls time out.',
  fix: 'Let `spec.podSelector` select labels of the pod template.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  examine: (inventory, tell) => {
    const isWhole = rendersWhole(inventory);
    for (const policy of inventory.ofKind('NetworkPolicy', 'networking.k8s.io')) {
      const { podSelector = {} } = specOf<INetworkPolicySpec>(policy);
      const namespace = namespaceOf(policy);
      if (
        isEmpty(podSelector) ||
        !isWhole(namespace) ||
        inventory.selected(namespace, podSelector).length > 0
      )
        continue;
      tell(policy, 'spec.podSelector', `expected labels of pods in ${namespace}, found none that have them`);
    }
  },
};

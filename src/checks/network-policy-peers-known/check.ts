import type { INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { Check } from '../check.ts';
import { type Peer, peerWorkloads } from '../inventory/network-peers.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';

export const networkPolicyPeersKnown: Check = {
  name: 'network-policy-peers-known',
  topic: 'network',
  severity: 'error',
  summary: 'Every pod selector in a rule of a NetworkPolicy selects pods.',
  why: 'The rule allows nobody, so the call it was written for times out; nothing reports it.',
  fix: 'Let `podSelector` select labels of the other side’s pod template, and `namespaceSelector` its namespace (`kubernetes.io/metadata.name`).',
  sources: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  ],
  examine: (inventory, tell) => {
    const workloadsOf = peerWorkloads(inventory);
    for (const policy of inventory.ofKind('NetworkPolicy', 'networking.k8s.io')) {
      for (const { peer, field } of peersOf(specOf<INetworkPolicySpec>(policy))) {
        if (workloadsOf(peer, namespaceOf(policy))?.length !== 0) continue;
        tell(policy, field, 'expected labels of pods, found none that have them');
      }
    }
  },
};

interface PlacedPeer {
  readonly peer: Peer;
  readonly field: string;
}

function peersOf({ ingress = [], egress = [] }: Partial<INetworkPolicySpec>): readonly PlacedPeer[] {
  return [
    ...ingress.flatMap(({ from = [] }, rule) =>
      from.map((peer, index) => ({ peer, field: `spec.ingress[${rule}].from[${index}].podSelector` })),
    ),
    ...egress.flatMap(({ to = [] }, rule) =>
      to.map((peer, index) => ({ peer, field: `spec.egress[${rule}].to[${index}].podSelector` })),
    ),
  ];
}

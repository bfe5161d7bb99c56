import type { INetworkPolicyPort, INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { isEmpty, type Peer } from '../inventory/network-peers.ts';
import { specOf } from '../inventory/spec.ts';

export const networkPolicyNarrow: Check = {
  name: 'network-policy-narrow',
  topic: 'network',
  severity: 'warning',
  summary: 'No rule of a NetworkPolicy allows every port of everybody.',
  why: 'Rules add up: one that allows everything undoes all other policies of the same pods.',
  fix: 'Name the other side in `from` or `to`, or the ports; in the input, name in `uses` what a service calls.',
  sources: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-ingress-traffic',
  ],
  examine: ({ ofKind }, tell) => {
    for (const policy of ofKind('NetworkPolicy', 'networking.k8s.io')) {
      for (const { peers, ports, field } of rulesOf(policy)) {
        if (ports.length > 0 || (peers.length > 0 && !peers.some(isEverybody))) continue;
        tell(policy, field, 'expected ports, or named peers, found a rule for every port of everybody');
      }
    }
  },
};

interface Rule {
  readonly peers: readonly Peer[];
  readonly ports: readonly INetworkPolicyPort[];
  readonly field: string;
}

function rulesOf(policy: ManifestObject): readonly Rule[] {
  const { ingress = [], egress = [] } = specOf<INetworkPolicySpec>(policy);
  return [
    ...ingress.map(({ from = [], ports = [] }, index) => ({
      peers: from,
      ports,
      field: `spec.ingress[${index}]`,
    })),
    ...egress.map(({ to = [], ports = [] }, index) => ({ peers: to, ports, field: `spec.egress[${index}]` })),
  ];
}

function isEverybody({ ipBlock, namespaceSelector, podSelector }: Peer): boolean {
  if (ipBlock) return ipBlock.cidr.endsWith('/0') && !ipBlock.except?.length;
  return namespaceSelector !== undefined && isEmpty(namespaceSelector) && isEmpty(podSelector ?? {});
}

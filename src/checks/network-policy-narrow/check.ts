import type { Check } from '../check.ts';
import { isEmpty } from '../inventory/network-peers.ts';
import { policyRules, type RulePeer, ruleField } from '../inventory/policy-rules.ts';

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
  examine: (inventory, tell) => {
    for (const rule of policyRules(inventory)) {
      if (rule.ports.length > 0 || (rule.peers.length > 0 && !rule.peers.some(isEverybody))) continue;
      tell(
        rule.policy,
        ruleField(rule),
        'expected ports, or named peers, found a rule for every port of everybody',
      );
    }
  },
};

function isEverybody({ peer: { ipBlock, namespaceSelector, podSelector } }: RulePeer): boolean {
  if (ipBlock) return ipBlock.cidr.endsWith('/0') && !ipBlock.except?.length;
  return namespaceSelector !== undefined && isEmpty(namespaceSelector) && isEmpty(podSelector ?? {});
}

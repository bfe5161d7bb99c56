import type { Check } from '../check.ts';
import { isEmpty } from '../inventory/network-peers.ts';
import { policyRules, type RulePeer, ruleField } from '../inventory/policy-rules.ts';

export const networkPolicyNarrow: Check = {
  name: 'network-policy-narrow',
  topic: 'network',
  severity: 'warning',
  summary:
    'No rule of a NetworkPolicy allows every port of everybody, and none that lets pods out leaves open where to.',
  why: 'Rules add up: one that allows everything undoes all other policies of the same pods. Without `to`, one port is enough to reach databases that answer on it, such as OpenSearch on 443, and to carry data away.',
  fix: 'Name the other side in `from` or `to`, or the ports; in the input, name in `uses` what a service calls. Where addresses change, write an `ipBlock` that excepts the subnets of databases.',
  sources: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-ingress-traffic',
  ],
  examine: (inventory, tell) => {
    for (const rule of policyRules(inventory)) {
      if (rule.peers.length > 0 && !rule.peers.some(isEverybody)) continue;
      if (rule.ports.length === 0)
        tell(
          rule.policy,
          ruleField(rule),
          'expected ports, or named peers, found a rule for every port of everybody',
        );
      else if (rule.direction === 'egress')
        tell(rule.policy, ruleField(rule), 'expected where pods may go in `to`, found a rule for everywhere');
    }
  },
};

function isEverybody({ peer: { ipBlock, namespaceSelector, podSelector } }: RulePeer): boolean {
  if (ipBlock) return ipBlock.cidr.endsWith('/0') && !ipBlock.except?.length;
  return namespaceSelector !== undefined && isEmpty(namespaceSelector) && isEmpty(podSelector ?? {});
}

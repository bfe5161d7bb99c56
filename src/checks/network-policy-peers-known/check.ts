import type { Check } from '../check.ts';
import { peerField, policyRules } from '../inventory/policy-rules.ts';

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
    for (const rule of policyRules(inventory)) {
      rule.peers.forEach(({ workloads }, index) => {
        if (workloads?.length !== 0) return;
        const field = `${peerField(rule, index)}.podSelector`;
        tell(rule.policy, field, 'expected labels of pods, found none that have them');
      });
    }
  },
};

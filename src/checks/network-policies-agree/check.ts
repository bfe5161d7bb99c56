import type { Check } from '../check.ts';
import { letsThrough, type Side } from '../inventory/network-reach.ts';
import { peerField, policyRules, policyWorkloads } from '../inventory/policy-rules.ts';

export const networkPoliciesAgree: Check = {
  name: 'network-policies-agree',
  topic: 'network',
  severity: 'error',
  summary: 'What the NetworkPolicies of one side of a call allow, those of the other side allow too.',
  why: 'A connection needs both: the caller’s egress and the called pod’s ingress. With one of them it times out.',
  fix: 'Write the call once, in `uses` of the caller: Charthouse renders both sides. By hand: add the missing rule.',
  sources: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  ],
  examine: (inventory, tell) => {
    const passes = letsThrough(inventory);
    for (const rule of policyRules(inventory)) {
      const near = policyWorkloads(inventory)(rule.policy);
      // What one side allows, the policies of the others have to allow on theirs.
      const side = rule.direction === 'ingress' ? 'egress' : 'ingress';
      rule.peers.forEach(({ workloads: far = [] }, index) => {
        if (near.length === 0 || far.length === 0) return;
        // A broad selector may name more pods than call one another: one pair that can is enough.
        if (far.some((other) => near.some((own) => passes(other, side, own)))) return;
        tell(rule.policy, peerField(rule, index), faultOf(side, near[0]?.name, far[0]?.name));
      });
    }
  },
};

function faultOf(side: Side, near: string | undefined, far: string | undefined): string {
  const [caller, called] = side === 'ingress' ? [near, far] : [far, near];
  const found = `found that NetworkPolicies of ${far} do not let it ${side === 'ingress' ? 'in' : 'out'}`;
  return `expected that ${caller} may call ${called}, ${found}`;
}

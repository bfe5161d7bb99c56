import type { INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { peerWorkloads } from '../inventory/network-peers.ts';
import { letsThrough, type Side } from '../inventory/network-reach.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import type { Workload } from '../inventory/workload.ts';

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
    for (const policy of inventory.ofKind('NetworkPolicy', 'networking.k8s.io')) {
      for (const { field, near, far, side } of callsOf(inventory, policy)) {
        // A broad selector may name more pods than call one another: one pair that can is enough.
        if (far.some((other) => near.some((own) => passes(other, side, own)))) continue;
        tell(policy, field, faultOf(side, near[0]?.name, far[0]?.name));
      }
    }
  },
};

/** The workloads of a policy and those it allows; `side` is what the others' policies have to allow. */
interface Call {
  readonly field: string;
  readonly near: readonly Workload[];
  readonly far: readonly Workload[];
  readonly side: Side;
}

function callsOf(inventory: Inventory, policy: ManifestObject): readonly Call[] {
  const { podSelector = {}, ingress = [], egress = [] } = specOf<INetworkPolicySpec>(policy);
  const namespace = namespaceOf(policy);
  const workloadsOf = peerWorkloads(inventory);
  const into = ingress.flatMap(({ from = [] }, rule) =>
    from.map((peer, index) => ({
      side: 'egress' as const,
      field: `spec.ingress[${rule}].from[${index}]`,
      peer,
    })),
  );
  const out = egress.flatMap(({ to = [] }, rule) =>
    to.map((peer, index) => ({ side: 'ingress' as const, field: `spec.egress[${rule}].to[${index}]`, peer })),
  );
  const named = [...into, ...out].flatMap(({ peer, ...call }) => {
    const far = workloadsOf(peer, namespace) ?? [];
    return far.length > 0 ? [{ ...call, far }] : [];
  });
  const near = named.length > 0 ? inventory.selected(namespace, podSelector) : [];
  return near.length > 0 ? named.map((call) => ({ ...call, near })) : [];
}

function faultOf(side: Side, near: string | undefined, far: string | undefined): string {
  const [caller, called] = side === 'ingress' ? [near, far] : [far, near];
  const found = `found that NetworkPolicies of ${far} do not let it ${side === 'ingress' ? 'in' : 'out'}`;
  return `expected that ${caller} may call ${called}, ${found}`;
}

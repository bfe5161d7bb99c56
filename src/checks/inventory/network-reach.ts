import type {
  INetworkPolicyEgressRule,
  INetworkPolicyIngressRule,
} from 'kubernetes-models/networking.k8s.io/v1';
import { isolations } from './isolation.ts';
import { mayBePeer, type Peer } from './network-peers.ts';
import { oncePerInventory } from './once.ts';
import type { Workload } from './workload.ts';

/** A side of a connection: the caller's egress or the called pod's ingress. */
export type Side = 'egress' | 'ingress';

/** Whether the rendered NetworkPolicies of a workload, on one side of a connection, may let the other workload through. */
export const letsThrough = oncePerInventory((inventory) => {
  const mayBe = mayBePeer(inventory);
  return (workload: Workload, side: Side, other: Workload): boolean => {
    const isolation = isolations(inventory).get(workload);
    if (!isolation || !(side === 'ingress' ? isolation.isIngressDenied : isolation.isEgressDenied))
      return true;
    return isolation[side].some((rule) => {
      const peers = peersOf(rule);
      return peers.length === 0 || peers.some((peer) => mayBe(peer, workload.namespace, other));
    });
  };
});

function peersOf(rule: INetworkPolicyIngressRule & INetworkPolicyEgressRule): readonly Peer[] {
  return rule.from ?? rule.to ?? [];
}

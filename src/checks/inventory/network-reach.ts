import type {
  INetworkPolicyEgressRule,
  INetworkPolicyIngressRule,
} from 'kubernetes-models/networking.k8s.io/v1';
import { isolations } from './isolation.ts';
import { mayBePeer, namedNamespace, type Peer } from './network-peers.ts';
import { oncePerInventory } from './once.ts';
import type { Workload } from './workload.ts';

/** A side of a connection: the caller's egress or the called pod's ingress. */
export type Side = 'egress' | 'ingress';

/** Whether the rendered NetworkPolicies of a workload, on one side of a connection, may let the other workload through. */
export const letsThrough = oncePerInventory((inventory) => {
  const mayBe = mayBePeer(inventory);
  const known = { egress: new Map<Workload, Reach>(), ingress: new Map<Workload, Reach>() };
  return (workload: Workload, side: Side, other: Workload): boolean => {
    const isolation = isolations(inventory).get(workload);
    if (!isolation || !(side === 'ingress' ? isolation.isIngressDenied : isolation.isEgressDenied))
      return true;
    const reach = known[side].get(workload) ?? reachOf(isolation[side], workload.namespace);
    known[side].set(workload, reach);
    return (
      reach.hasEverybody ||
      isLabelled(reach, other) ||
      reach.others.some((peer) => mayBe(peer, workload.namespace, other))
    );
  };
});

/** Whom the rules of one side let through. Hubs have hundreds of peers, each of which is asked about. */
interface Reach {
  hasEverybody: boolean;
  /** Peers that name one label in one namespace, as most do: values by namespace and key. */
  readonly labels: Map<string, Map<string, Set<string>>>;
  readonly others: Peer[];
}

function reachOf(
  rules: readonly (INetworkPolicyIngressRule & INetworkPolicyEgressRule)[],
  own: string,
): Reach {
  const reach: Reach = { hasEverybody: false, labels: new Map(), others: [] };
  for (const { from, to } of rules) {
    const peers = from ?? to ?? [];
    reach.hasEverybody ||= peers.length === 0;
    for (const peer of peers) addPeer(reach, peer, own);
  }
  return reach;
}

function addPeer({ labels, others }: Reach, peer: Peer, own: string): void {
  const namespace = peer.namespaceSelector ? namedNamespace(peer.namespaceSelector) : own;
  const label = onlyLabel(peer);
  if (namespace === undefined || label === undefined) {
    others.push(peer);
    return;
  }
  const [key, value] = label;
  const byKey = labels.get(namespace) ?? new Map<string, Set<string>>();
  labels.set(namespace, byKey);
  const values = byKey.get(key) ?? new Set<string>();
  byKey.set(key, values.add(value));
}

/** The label of a peer that asks for nothing else of pods. */
function onlyLabel({ ipBlock, podSelector }: Peer): readonly [key: string, value: string] | undefined {
  if (ipBlock || podSelector?.matchExpressions?.length) return undefined;
  const [label, ...more] = Object.entries(podSelector?.matchLabels ?? {});
  return more.length === 0 ? label : undefined;
}

function isLabelled({ labels }: Reach, { namespace, podLabels }: Workload): boolean {
  for (const [key, values] of labels.get(namespace) ?? []) {
    const value = podLabels[key];
    if (value !== undefined && values.has(value)) return true;
  }
  return false;
}

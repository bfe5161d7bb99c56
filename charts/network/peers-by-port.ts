import type { NetworkPolicyPeer, NetworkPolicyPort } from '../../imports/kubernetes.ts';
import { anyPodOf } from '../labels.ts';

/** One end of an edge: who is there, and on which port of the called pod. */
export interface PeerOnPort {
  readonly port: number;
  readonly peer: NetworkPolicyPeer;
}

/** The pods of a service, in the namespace of the policy. */
export function podsOf(service: string): NetworkPolicyPeer {
  return { podSelector: { matchLabels: anyPodOf(service) } };
}

/**
 * Puts the peers of each port together, ports in ascending order, peers in theirs.
 * Ports are the pods' own: a sidecar sends mTLS to the port the application listens on.
 */
export function peersByPort(
  edges: readonly PeerOnPort[],
): readonly { readonly peers: readonly NetworkPolicyPeer[]; readonly ports: readonly NetworkPolicyPort[] }[] {
  const groups = new Map<number, NetworkPolicyPeer[]>();
  for (const { port, peer } of edges) {
    const group = groups.get(port);
    if (group) group.push(peer);
    else groups.set(port, [peer]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([port, peers]) => ({ peers, ports: [{ protocol: 'TCP', port }] }));
}

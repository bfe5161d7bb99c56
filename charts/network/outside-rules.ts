import type { NetworkPolicyEgressRule, NetworkPolicyPeer } from '../../imports/kubernetes.ts';
import type { Endpoint, NetworkRange } from '../../src/model/endpoint.ts';

/** Addresses outside the cluster and a TCP port there, all that a policy knows of what is connected to. */
export interface Destination {
  readonly network: NetworkRange;
  readonly port: number;
}

/** Where packets to an endpoint go. */
export function destinationOf({ port, reach }: Endpoint): Destination {
  return { network: reach.network, port };
}

/**
 * The ways out of the cluster: one rule for each set of addresses, with every port there. Rules stand in the order of
 * the destinations, ports ascend. That the host is the right one is for the mesh to see.
 */
export function outsideRules(destinations: readonly Destination[]): readonly NetworkPolicyEgressRule[] {
  const ways = new Map<string, Way>();
  for (const destination of destinations) addTo(ways, destination);
  return [...ways.values()].map(rule);
}

interface Way {
  readonly network: NetworkRange;
  readonly ports: Set<number>;
}

function addTo(ways: Map<string, Way>, { network, port }: Destination): void {
  const key = `${network.cidrs.join(',')} ${network.except.join(',')}`;
  const way = ways.get(key);
  if (way) way.ports.add(port);
  else ways.set(key, { network, ports: new Set([port]) });
}

function rule({ network, ports }: Way): NetworkPolicyEgressRule {
  return {
    to: network.cidrs.map((cidr) => block(cidr, network.except)),
    ports: [...ports].sort((a, b) => a - b).map((port) => ({ protocol: 'TCP', port })),
  };
}

function block(cidr: string, except: readonly string[]): NetworkPolicyPeer {
  return { ipBlock: { cidr, except: except.length > 0 ? except : undefined } };
}

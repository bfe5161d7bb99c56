import type { NetworkPolicyEgressRule, NetworkPolicyPeer } from '../../imports/kubernetes.ts';
import type { Dependency, Endpoint, NetworkRange } from '../../src/model/dependency.ts';

/**
 * The ways out of the cluster: one rule for each set of addresses, with every port any endpoint there has.
 * Rules stand in the order of the dependencies' names, the same in every environment; ports ascend. A policy knows
 * addresses only; that the host is the right one is for the mesh to see.
 */
export function outsideRules(dependencies: readonly Dependency[]): readonly NetworkPolicyEgressRule[] {
  const ways = new Map<string, Way>();
  for (const edge of dependencies) {
    if (edge.to === 'service') continue;
    for (const endpoint of edge.endpoints) addTo(ways, endpoint);
  }
  return [...ways.values()].map(rule);
}

interface Way {
  readonly network: NetworkRange;
  readonly ports: Set<number>;
}

function addTo(ways: Map<string, Way>, { network, port }: Endpoint): void {
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

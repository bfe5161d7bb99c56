import type { INetworkPolicyPort, INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import { type Peer, peerWorkloads } from './network-peers.ts';
import { oncePerInventory } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';
import type { Workload } from './workload.ts';

/** A peer of a rule, and the workloads it means; undefined when it may mean others too. */
export interface RulePeer {
  readonly peer: Peer;
  readonly workloads: readonly Workload[] | undefined;
}

/** A rule of a NetworkPolicy. */
export interface PolicyRule {
  readonly policy: ManifestObject;
  readonly direction: 'ingress' | 'egress';
  readonly index: number;
  readonly peers: readonly RulePeer[];
  readonly ports: readonly INetworkPolicyPort[];
}

/** Every rule of every NetworkPolicy, of each policy ingress first. */
export const policyRules = oncePerInventory((inventory): readonly PolicyRule[] => {
  const workloadsOf = peerWorkloads(inventory);
  const rules: PolicyRule[] = [];
  for (const policy of inventory.ofKind('NetworkPolicy', 'networking.k8s.io')) {
    const { ingress = [], egress = [] } = specOf<INetworkPolicySpec>(policy);
    const known = (peer: Peer) => ({ peer, workloads: workloadsOf(peer, namespaceOf(policy)) });
    for (const [index, { from = [], ports = [] }] of ingress.entries())
      rules.push({ policy, direction: 'ingress', index, peers: from.map(known), ports });
    for (const [index, { to = [], ports = [] }] of egress.entries())
      rules.push({ policy, direction: 'egress', index, peers: to.map(known), ports });
  }
  return rules;
});

/** The path of a rule: `spec.ingress[0]`. */
export function ruleField({ direction, index }: PolicyRule): string {
  return `spec.${direction}[${index}]`;
}

/** The path of a peer of a rule: `spec.ingress[0].from[1]`. */
export function peerField(rule: PolicyRule, index: number): string {
  return `${ruleField(rule)}.${rule.direction === 'ingress' ? 'from' : 'to'}[${index}]`;
}

/** The workloads a policy is about. */
export const policyWorkloads = oncePerInventory(({ selected }) => (policy: ManifestObject) => {
  const { podSelector = {} } = specOf<INetworkPolicySpec>(policy);
  return selected(namespaceOf(policy), podSelector);
});

import type { INetworkPolicyPeer } from 'kubernetes-models/networking.k8s.io/v1';
import { oncePerInventory } from './once.ts';
import { type LabelSelector, selects } from './selector.ts';
import { rendersWhole } from './whole-namespaces.ts';
import type { Labels, Workload } from './workload.ts';

/** One side of a rule of a NetworkPolicy. */
export type Peer = INetworkPolicyPeer;

/** The workloads a peer means, as a policy of a namespace writes it; undefined when it may mean others too. */
export const peerWorkloads = oncePerInventory((inventory) => {
  const isWhole = rendersWhole(inventory);
  return (
    { ipBlock, namespaceSelector, podSelector = {} }: Peer,
    own: string,
  ): readonly Workload[] | undefined => {
    const namespace = namespaceSelector ? namedNamespace(namespaceSelector) : own;
    if (ipBlock || isEmpty(podSelector) || namespace === undefined || !isWhole(namespace)) return undefined;
    return inventory.selected(namespace, podSelector);
  };
});

/** Whether a selector asks for nothing, and so selects everything. */
export function isEmpty({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return matchExpressions.length === 0 && Object.keys(matchLabels).length === 0;
}

/** The one namespace a selector names; undefined when it may select several. */
export function namedNamespace({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector): string | undefined {
  const [name, ...others] = Object.entries(matchLabels);
  if (matchExpressions.length > 0 || others.length > 0 || name?.[0] !== NAME_LABEL) return undefined;
  return name[1];
}

/** The label every namespace has. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Whether a peer, as a policy of a namespace writes it, may be a pod of a workload. Address ranges may. */
export const mayBePeer = oncePerInventory((inventory) => {
  const known = new Map<string, Labels>();
  const labelsOf = (name: string) => {
    const labels = known.get(name) ?? {
      ...inventory.find('Namespace', '', name)?.metadata.labels,
      [NAME_LABEL]: name,
    };
    known.set(name, labels);
    return labels;
  };
  return (
    { ipBlock, namespaceSelector, podSelector = {} }: Peer,
    own: string,
    workload: Workload,
  ): boolean => {
    if (ipBlock) return true;
    const isNamespace = namespaceSelector
      ? selects(namespaceSelector, labelsOf(workload.namespace))
      : workload.namespace === own;
    return isNamespace && selects(podSelector, workload.podLabels);
  };
});

import type { INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { isAbout } from '../inventory/isolation.ts';
import { isEmpty } from '../inventory/network-peers.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';

export const namespaceDeniesByDefault: Check = {
  name: 'namespace-denies-by-default',
  topic: 'network',
  severity: 'error',
  summary: 'Every namespace has a NetworkPolicy for all its pods, for ingress and for egress.',
  why: 'A pod that no policy selects may be reached by every pod of the cluster and may send data anywhere.',
  fix: 'Render a NetworkPolicy with `podSelector: {}`, `policyTypes: [Ingress, Egress]` and no rules in the namespace; other policies then allow what is needed.',
  sources: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-and-all-egress-traffic',
    'CIS Kubernetes Benchmark 5.3.2',
  ],
  examine: (inventory, tell) => {
    const { ofKind } = inventory;
    // Who uses another kind of policy may have its default there.
    if (OTHER_POLICIES.some((kind) => ofKind(kind).length > 0)) return;
    const covered = new Set(ofKind('NetworkPolicy', 'networking.k8s.io').flatMap(coveredBy));
    for (const namespace of ofKind('Namespace')) {
      const open = DIRECTIONS.filter((direction) => !covered.has(`${direction} ${namespace.metadata.name}`));
      if (open.length === 0 || !isLegible(inventory)(namespace.metadata.name)) continue;
      const names = open.join(' and ').toLowerCase();
      tell(namespace, '', `expected a NetworkPolicy with podSelector {} for ${names}, found none`);
    }
  },
};

const DIRECTIONS = ['Ingress', 'Egress'] as const;

const OTHER_POLICIES = [
  ...['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy', 'GlobalNetworkPolicy'],
  ...['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'],
];

/** The directions a policy denies all pods of its namespace, with the namespace. */
function coveredBy(policy: ManifestObject): readonly string[] {
  if (!isEmpty(specOf<INetworkPolicySpec>(policy).podSelector ?? {})) return [];
  return DIRECTIONS.filter((direction) => isAbout(policy, direction)).map(
    (direction) => `${direction} ${namespaceOf(policy)}`,
  );
}

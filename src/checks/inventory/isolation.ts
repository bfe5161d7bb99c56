import type {
  INetworkPolicyEgressRule,
  INetworkPolicyIngressRule,
  INetworkPolicySpec,
} from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import { oncePerInventory } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';
import type { Workload } from './workload.ts';

/** What NetworkPolicies leave open to the pods of a workload. */
export interface Isolation {
  readonly isIngressDenied: boolean;
  readonly isEgressDenied: boolean;
  /** What is allowed in spite of that. */
  readonly ingress: readonly INetworkPolicyIngressRule[];
  readonly egress: readonly INetworkPolicyEgressRule[];
}

/** Whether a policy is about a direction, as the API defaults it. */
export function isAbout(policy: ManifestObject, direction: 'Ingress' | 'Egress'): boolean {
  const { policyTypes, egress } = specOf<INetworkPolicySpec>(policy);
  if (policyTypes) return policyTypes.includes(direction);
  return direction === 'Ingress' || egress !== undefined;
}

/** All rules of the rendered NetworkPolicies, by the workload whose pods they are for. Those without policy are absent. */
export const isolations = oncePerInventory(({ ofKind, selected }) => {
  const byWorkload = new Map<Workload, ManifestObject[]>();
  for (const policy of ofKind('NetworkPolicy', 'networking.k8s.io')) {
    for (const workload of selected(
      namespaceOf(policy),
      specOf<INetworkPolicySpec>(policy).podSelector ?? {},
    )) {
      const others = byWorkload.get(workload);
      if (others) others.push(policy);
      else byWorkload.set(workload, [policy]);
    }
  }
  return new Map([...byWorkload].map(([workload, policies]) => [workload, toIsolation(policies)]));
});

function toIsolation(policies: readonly ManifestObject[]): Isolation {
  const ingress = policies.filter((policy) => isAbout(policy, 'Ingress'));
  const egress = policies.filter((policy) => isAbout(policy, 'Egress'));
  return {
    isIngressDenied: ingress.length > 0,
    isEgressDenied: egress.length > 0,
    ingress: ingress.flatMap((policy) => specOf<INetworkPolicySpec>(policy).ingress ?? []),
    egress: egress.flatMap((policy) => specOf<INetworkPolicySpec>(policy).egress ?? []),
  };
}

interface RulePort {
  readonly port?: number | string;
  readonly endPort?: number;
  readonly protocol?: string;
}

/** Whether the ports of a rule include one. Names are counted in: what they stand for depends on the pod. */
export function includesPort(
  ports: readonly RulePort[] | undefined,
  wanted: number,
  protocol: string,
): boolean {
  if (!ports || ports.length === 0) return true;
  return ports.some(({ port, endPort, protocol: own = 'TCP' }) => {
    if (own !== protocol) return false;
    if (typeof port !== 'number') return true;
    return wanted >= port && wanted <= (endPort ?? port);
  });
}

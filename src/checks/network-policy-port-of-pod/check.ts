import type { INetworkPolicyPort, INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { peerWorkloads } from '../inventory/network-peers.ts';
import { declaredPorts, mayListenOn } from '../inventory/pod-ports.ts';
import { listed, namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';
import type { Workload } from '../inventory/workload.ts';

export const networkPolicyPortOfPod: Check = {
  name: 'network-policy-port-of-pod',
  topic: 'network',
  severity: 'error',
  summary: 'The ports of a NetworkPolicy are ports that the pods on the receiving side listen on.',
  why: 'A NetworkPolicy sees packets after the Service has translated them. One that allows the port of the Service allows nothing where the pods listen on another.',
  fix: 'Write the port of the container (`containerPort` or its name), not that of the Service.',
  sources: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  ],
  examine: (inventory, tell) => {
    for (const policy of inventory.ofKind('NetworkPolicy', 'networking.k8s.io')) {
      for (const { workloads, ports, field } of receiversOf(inventory, policy)) {
        ports.forEach(({ port, endPort, protocol }, index) => {
          if (port === undefined || endPort !== undefined) return;
          if (workloads.some((workload) => mayListenOn(workload, port, protocol))) return;
          const known = listed(new Set(workloads.flatMap(declaredPorts)));
          tell(
            policy,
            `${field}.ports[${index}].port`,
            `expected a port of the pods (${known}), found ${port}`,
          );
        });
      }
    }
  },
};

interface Receivers {
  readonly workloads: readonly Workload[];
  readonly ports: readonly INetworkPolicyPort[];
  readonly field: string;
}

/** Who receives what each rule allows, where that is known. */
function receiversOf(inventory: Inventory, policy: ManifestObject): readonly Receivers[] {
  const { podSelector = {}, ingress = [], egress = [] } = specOf<INetworkPolicySpec>(policy);
  const namespace = namespaceOf(policy);
  const workloadsOf = peerWorkloads(inventory);
  const own =
    ingress.length > 0 && rendersWhole(inventory)(namespace)
      ? inventory.selected(namespace, podSelector)
      : [];
  const into = ingress.map(({ ports = [] }, index) => ({
    workloads: own,
    ports,
    field: `spec.ingress[${index}]`,
  }));
  const out = egress.map(({ to = [], ports = [] }, index) => {
    const sides = to.map((peer) => workloadsOf(peer, namespace));
    const workloads = sides.includes(undefined) ? [] : sides.flatMap((side) => side ?? []);
    return { workloads, ports, field: `spec.egress[${index}]` };
  });
  return [...into, ...out].filter(({ workloads }) => workloads.length > 0);
}

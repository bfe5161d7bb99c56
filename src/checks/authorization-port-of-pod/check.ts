import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { AuthorizationPolicySpec } from '../inventory/istio.ts';
import { declaredPorts, mayListenOn } from '../inventory/pod-ports.ts';
import { listed, namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';
import type { Workload } from '../inventory/workload.ts';

export const authorizationPortOfPod: Check = {
  name: 'authorization-port-of-pod',
  topic: 'mesh',
  severity: 'error',
  summary: 'The ports in the rules of an AuthorizationPolicy are ports that the selected pods listen on.',
  why: 'The sidecar sees the port of the pod, not that of the Service: a rule for another one allows nothing, and callers get 403.',
  fix: 'Write the `containerPort` in `to[].operation.ports`.',
  sources: ['https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation'],
  examine: (inventory, tell) => {
    for (const policy of inventory.ofKind('AuthorizationPolicy', 'security.istio.io')) {
      const workloads = workloadsOf(inventory, policy);
      if (workloads.length === 0) continue;
      for (const { port, field } of portsOf(policy)) {
        if (workloads.some((workload) => mayListenOn(workload, port))) continue;
        const known = listed(new Set(workloads.flatMap(declaredPorts)));
        tell(policy, field, `expected a port of the pods (${known}), found ${port}`);
      }
    }
  },
};

function workloadsOf(inventory: Inventory, policy: ManifestObject): readonly Workload[] {
  const matchLabels = specOf<AuthorizationPolicySpec>(policy).selector?.matchLabels;
  const namespace = namespaceOf(policy);
  return matchLabels && rendersWhole(inventory)(namespace)
    ? inventory.selected(namespace, { matchLabels })
    : [];
}

function portsOf(policy: ManifestObject) {
  return (specOf<AuthorizationPolicySpec>(policy).rules ?? []).flatMap(({ to = [] }, rule) =>
    to.flatMap(({ operation }, index) =>
      (operation?.ports ?? []).map((port, at) => ({
        port,
        field: `spec.rules[${rule}].to[${index}].operation.ports[${at}]`,
      })),
    ),
  );
}

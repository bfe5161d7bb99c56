import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { declaredPorts, mayListenOn } from '../inventory/pod-ports.ts';
import { type PolicyRule, policyRules, policyWorkloads, ruleField } from '../inventory/policy-rules.ts';
import { listed, namespaceOf } from '../inventory/spec.ts';
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
    for (const rule of policyRules(inventory)) {
      const receivers = receiversOf(inventory, rule);
      if (receivers.length === 0) continue;
      rule.ports.forEach(({ port, endPort, protocol }, index) => {
        if (port === undefined || endPort !== undefined) return;
        if (receivers.some((workload) => mayListenOn(workload, port, protocol))) return;
        const known = listed(new Set(receivers.flatMap(declaredPorts)));
        tell(
          rule.policy,
          `${ruleField(rule)}.ports[${index}].port`,
          `expected a port of the pods (${known}), found ${port}`,
        );
      });
    }
  },
};

/** Who receives what a rule allows, where that is known. */
function receiversOf(inventory: Inventory, { policy, direction, peers }: PolicyRule): readonly Workload[] {
  if (direction === 'ingress')
    return rendersWhole(inventory)(namespaceOf(policy)) ? policyWorkloads(inventory)(policy) : [];
  const isKnown = peers.every(({ workloads }) => workloads !== undefined);
  return isKnown ? peers.flatMap(({ workloads = [] }) => workloads) : [];
}

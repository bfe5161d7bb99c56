import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { callersOf } from '../inventory/callers.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { AuthorizationPolicySpec } from '../inventory/istio.ts';
import { letsThrough } from '../inventory/network-reach.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';
import type { Workload } from '../inventory/workload.ts';

export const authorizedCallsReachPods: Check = {
  name: 'authorized-calls-reach-pods',
  topic: 'mesh',
  severity: 'error',
  summary: 'The calls that AuthorizationPolicies allow by name, NetworkPolicies allow too.',
  why: 'The mesh would let the call in, but its packets never arrive: it times out, and the logs of neither side show why.',
  fix: 'Write the call once, in `uses` of the caller: Charthouse renders the policies of the mesh and of the network from it.',
  sources: ['https://istio.io/latest/docs/ops/best-practices/security/#configure-network-policies'],
  examine: (inventory, tell) => {
    for (const policy of inventory.ofKind('AuthorizationPolicy', 'security.istio.io')) {
      const called = calledBy(inventory, policy);
      const name = called[0]?.name;
      if (name === undefined) continue;
      for (const caller of callersOf(inventory)(policy)) {
        const fault = faultOf(inventory, caller, called);
        if (fault)
          tell(policy, 'spec.rules', `expected that ${caller.name} reaches ${name}, found that ${fault}`);
      }
    }
  },
};

/** The pods an ALLOW policy is for, where all policies about them are known. */
function calledBy(inventory: Inventory, policy: ManifestObject): readonly Workload[] {
  const { selector, action = 'ALLOW' } = specOf<AuthorizationPolicySpec>(policy);
  const namespace = namespaceOf(policy);
  if (!selector?.matchLabels || action !== 'ALLOW' || !isLegible(inventory)(namespace)) return [];
  // Jobs share labels with the service they belong to, and take no calls.
  return inventory.selected(namespace, selector).filter(({ isKeptRunning }) => isKeptRunning);
}

function faultOf(inventory: Inventory, caller: Workload, called: readonly Workload[]): string | undefined {
  if (!isLegible(inventory)(caller.namespace)) return undefined;
  const passes = letsThrough(inventory);
  if (!called.some((one) => passes(caller, 'egress', one)))
    return `NetworkPolicies of ${caller.name} do not let it out`;
  if (!called.some((one) => passes(one, 'ingress', caller)))
    return `NetworkPolicies of ${called[0]?.name} do not let it in`;
  return undefined;
}

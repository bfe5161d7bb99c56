import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { callersOf } from '../inventory/callers.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { AuthorizationPolicySpec, SidecarSpec } from '../inventory/istio.ts';
import { oncePerInventory } from '../inventory/once.ts';
import { servicesOf } from '../inventory/services.ts';
import { sidecarHosts } from '../inventory/sidecar-hosts.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import type { Workload } from '../inventory/workload.ts';

export const sidecarIncludesCalled: Check = {
  name: 'sidecar-includes-called',
  topic: 'mesh',
  severity: 'error',
  summary:
    'The Sidecar of every caller that an AuthorizationPolicy names includes a host of the pods it may call.',
  why: 'The caller’s sidecar does not know the host: with `REGISTRY_ONLY` the call gets 502, otherwise it leaves without mutual TLS and is refused.',
  fix: 'Write the call once, in `uses` of the caller. By hand: add the Service to `egress[].hosts` of the Sidecar.',
  sources: ['https://istio.io/latest/docs/reference/config/networking/sidecar/'],
  examine: (inventory, tell) => {
    for (const policy of inventory.ofKind('AuthorizationPolicy', 'security.istio.io')) {
      const called = calledHosts(inventory, policy);
      if (called.length === 0) continue;
      for (const caller of callersOf(inventory)(policy)) {
        if (knowsOneOf(inventory, caller, namespaceOf(policy), called)) continue;
        tell(
          policy,
          'spec.rules',
          `expected that ${caller.name} knows ${called[0]}, found a Sidecar without it`,
        );
      }
    }
  },
};

/** Full names of the Services of the pods an ALLOW policy is for. */
function calledHosts(inventory: Inventory, policy: ManifestObject): readonly string[] {
  const { selector, action = 'ALLOW' } = specOf<AuthorizationPolicySpec>(policy);
  if (!selector?.matchLabels || action !== 'ALLOW') return [];
  const services = inventory
    .selected(namespaceOf(policy), selector)
    .flatMap((workload) => servicesOf(inventory).get(workload) ?? []);
  return [...new Set(services.map((service) => `${service.metadata.name}.${namespaceOf(service)}.svc`))];
}

/** True also for workloads without a Sidecar of their own: they see the whole mesh. */
function knowsOneOf(
  inventory: Inventory,
  caller: Workload,
  namespace: string,
  called: readonly string[],
): boolean {
  const hosts = visibleHosts(inventory).get(caller);
  return !hosts || called.some((host) => isVisible(hosts, namespace, host));
}

/** The egress hosts of the Sidecar of a workload, where it has one of its own: `shop/orders.shop.svc`. */
const visibleHosts = oncePerInventory((inventory) => {
  const byWorkload = new Map<Workload, ReadonlySet<string>>();
  for (const sidecar of inventory.ofKind('Sidecar', 'networking.istio.io')) {
    const { workloadSelector, egress } = specOf<SidecarSpec>(sidecar);
    if (!workloadSelector?.labels || !egress) continue;
    const hosts = new Set(sidecarHosts(inventory)(sidecar).map(({ entry }) => entry));
    const matchLabels = workloadSelector.labels;
    for (const workload of inventory.selected(namespaceOf(sidecar), { matchLabels }))
      byWorkload.set(workload, hosts);
  }
  return byWorkload;
});

function isVisible(hosts: ReadonlySet<string>, namespace: string, host: string): boolean {
  return [`${namespace}/${host}`, `${namespace}/*`, `*/${host}`, '*/*'].some((entry) => hosts.has(entry));
}

import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { isInjected } from '../inventory/injection.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { AuthorizationPolicySpec } from '../inventory/istio.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';
import type { Workload } from '../inventory/workload.ts';

export const workloadsAuthorized: Check = {
  name: 'workloads-authorized',
  topic: 'mesh',
  severity: 'warning',
  summary: 'Every workload with a sidecar has an AuthorizationPolicy that allows, or its namespace has one.',
  why: 'Without one that allows, a sidecar lets every caller in: one broken service can call all others.',
  fix: 'Render an AuthorizationPolicy with `spec: {}` in the namespace, which allows nobody, and one per service for its callers.',
  sources: ['https://istio.io/latest/docs/ops/best-practices/security/#use-default-deny-patterns'],
  examine: (inventory, tell) => {
    const isMeshed = isInjected(inventory);
    const policies = inventory.ofKind('AuthorizationPolicy', 'security.istio.io').filter(doesAllow);
    const namespaces = new Set(policies.filter((policy) => labelsOf(policy) === undefined).map(namespaceOf));
    const covered = coveredWorkloads(inventory, policies);
    for (const workload of inventory.workloads) {
      const { object, namespace, isKeptRunning } = workload;
      if (!isKeptRunning || !isMeshed(workload) || !isLegible(inventory)(namespace)) continue;
      if (namespaces.has(namespace) || covered.has(workload)) continue;
      tell(object, '', `expected an AuthorizationPolicy for its pods or for ${namespace}, found none`);
    }
  },
};

function coveredWorkloads(inventory: Inventory, policies: readonly ManifestObject[]): ReadonlySet<Workload> {
  return new Set(
    policies.flatMap((policy) => {
      const matchLabels = labelsOf(policy);
      return matchLabels ? inventory.selected(namespaceOf(policy), { matchLabels }) : [];
    }),
  );
}

/** A policy that only denies leaves the rest allowed; one on trial does nothing. */
function doesAllow(policy: ManifestObject): boolean {
  const { action = 'ALLOW' } = specOf<AuthorizationPolicySpec>(policy);
  return action === 'ALLOW' && policy.metadata.annotations?.['istio.io/dry-run'] !== 'true';
}

function labelsOf(policy: ManifestObject) {
  return specOf<AuthorizationPolicySpec>(policy).selector?.matchLabels;
}

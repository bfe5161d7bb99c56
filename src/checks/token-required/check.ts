import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { AuthorizationPolicySpec, AuthorizationRule } from '../inventory/istio.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';
import type { Workload } from '../inventory/workload.ts';

export const tokenRequired: Check = {
  name: 'token-required',
  topic: 'mesh',
  severity: 'warning',
  summary:
    'Where a RequestAuthentication checks tokens, an AuthorizationPolicy of the same pods asks for one.',
  why: 'RequestAuthentication refuses only wrong tokens. A request without any token passes it.',
  fix: 'Let a rule name `requestPrincipals`. In the input: `expose: {auth: jwt}` renders both.',
  sources: ['https://istio.io/latest/docs/tasks/security/authentication/authn-policy/#require-a-valid-token'],
  examine: (inventory, tell) => {
    const asking = inventory.ofKind('AuthorizationPolicy', 'security.istio.io').filter(asksForToken);
    const namespaces = new Set(asking.filter((policy) => labelsOf(policy) === undefined).map(namespaceOf));
    const workloads = new Set<Workload>(
      asking
        .filter((policy) => labelsOf(policy) !== undefined)
        .flatMap((policy) => inventory.selected(namespaceOf(policy), { matchLabels: labelsOf(policy) })),
    );
    for (const object of inventory.ofKind('RequestAuthentication', 'security.istio.io')) {
      const matchLabels = labelsOf(object);
      const namespace = namespaceOf(object);
      if (!matchLabels || !rendersWhole(inventory)(namespace) || namespaces.has(namespace)) continue;
      const selected = inventory.selected(namespace, { matchLabels });
      if (selected.length === 0 || selected.some((workload) => workloads.has(workload))) continue;
      tell(
        object,
        'spec.selector',
        'expected an AuthorizationPolicy of the same pods with requestPrincipals, found none',
      );
    }
  },
};

function labelsOf(object: ManifestObject) {
  return specOf<AuthorizationPolicySpec>(object).selector?.matchLabels;
}

function asksForToken(policy: ManifestObject): boolean {
  return (specOf<AuthorizationPolicySpec>(policy).rules ?? []).some(isAboutToken);
}

function isAboutToken({ from = [], when = [] }: AuthorizationRule): boolean {
  return (
    from.some(({ source = {} }) => 'requestPrincipals' in source || 'notRequestPrincipals' in source) ||
    when.some(({ key }) => key.startsWith('request.auth.'))
  );
}

import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { AuthorizationPolicySpec } from '../inventory/istio.ts';
import { oncePerInventory } from '../inventory/once.ts';
import { listed, namespaceOf, specOf } from '../inventory/spec.ts';
import type { Labels, Workload } from '../inventory/workload.ts';

export const tokenIssuerKnown: Check = {
  name: 'token-issuer-known',
  topic: 'mesh',
  severity: 'error',
  summary:
    'The token issuers that an AuthorizationPolicy asks for are those a RequestAuthentication of the same pods checks.',
  why: 'No request can have such a principal, so every one gets 403. A missing or doubled slash is enough.',
  fix: 'Write the issuer, a slash and the subject: `https://login.shop.example//*` for the issuer `https://login.shop.example/`. In the input: `jwt.issuer`.',
  sources: ['https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source'],
  examine: (inventory, tell) => {
    for (const policy of inventory.ofKind('AuthorizationPolicy', 'security.istio.io')) {
      const issuers = issuersAt(inventory, policy);
      // Pods without a RequestAuthentication of their own may have that of the mesh.
      if (issuers.size === 0) continue;
      for (const { principal, field } of requestPrincipalsOf(policy)) {
        if (principal.startsWith('*') || [...issuers].some((issuer) => principal.startsWith(`${issuer}/`)))
          continue;
        tell(policy, field, `expected a token of ${listed(issuers)}, found ${principal}`);
      }
    }
  },
};

interface RequestAuthenticationSpec {
  readonly selector: { readonly matchLabels?: Labels };
  readonly jwtRules: readonly { readonly issuer: string }[];
}

const issuersByWorkload = oncePerInventory(({ ofKind, selected }) => {
  const byWorkload = new Map<Workload, readonly string[]>();
  for (const object of ofKind('RequestAuthentication', 'security.istio.io')) {
    const { selector = {}, jwtRules = [] } = specOf<RequestAuthenticationSpec>(object);
    const issuers = jwtRules.map(({ issuer }) => issuer);
    for (const workload of selected(namespaceOf(object), selector)) {
      byWorkload.set(workload, [...(byWorkload.get(workload) ?? []), ...issuers]);
    }
  }
  return byWorkload;
});

function issuersAt(inventory: Inventory, policy: ManifestObject): ReadonlySet<string> {
  const { selector } = specOf<AuthorizationPolicySpec>(policy);
  const workloads = selector?.matchLabels ? inventory.selected(namespaceOf(policy), selector) : [];
  return new Set(workloads.flatMap((workload) => issuersByWorkload(inventory).get(workload) ?? []));
}

function requestPrincipalsOf(policy: ManifestObject) {
  return (specOf<AuthorizationPolicySpec>(policy).rules ?? []).flatMap(({ from = [] }, rule) =>
    from.flatMap(({ source }, index) =>
      ((source?.['requestPrincipals'] ?? []) as readonly string[]).map((principal, at) => ({
        principal,
        field: `spec.rules[${rule}].from[${index}].source.requestPrincipals[${at}]`,
      })),
    ),
  );
}

import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { isInjectedNamespace } from '../inventory/injection.ts';
import type { PeerAuthenticationSpec } from '../inventory/istio.ts';
import { namespaceMtls } from '../inventory/mesh-authentication.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';

export const mtlsStrict: Check = {
  name: 'mtls-strict',
  topic: 'mesh',
  severity: 'error',
  summary: 'Every namespace of the mesh takes only mutual TLS, without exceptions for workloads or ports.',
  why: 'With PERMISSIVE or DISABLE anything that reaches the pod may call it in plain text, without an identity that AuthorizationPolicies could judge.',
  fix: 'Render a PeerAuthentication `default` with `mtls: {mode: STRICT}` in the namespace, and remove other modes.',
  sources: [
    'https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication-MutualTLS-Mode',
  ],
  examine: (inventory, tell) => {
    const isMeshed = isInjectedNamespace(inventory);
    for (const policy of inventory.ofKind('PeerAuthentication', 'security.istio.io')) {
      const lax = isMeshed(namespaceOf(policy)) ? modesOf(policy).filter(({ mode }) => LAX.has(mode)) : [];
      for (const { mode, field } of lax) tell(policy, field, `expected STRICT, found ${mode}`);
    }
    for (const namespace of inventory.ofKind('Namespace')) {
      const { name } = namespace.metadata;
      if (!isMeshed(name) || namespaceMtls(inventory).has(name) || !isLegible(inventory)(name)) continue;
      tell(
        namespace,
        '',
        'expected a PeerAuthentication for the whole namespace with mode STRICT, found none',
      );
    }
  },
};

const LAX = new Set(['PERMISSIVE', 'DISABLE']);

function modesOf(policy: ManifestObject) {
  const { mtls, portLevelMtls = {} } = specOf<PeerAuthenticationSpec>(policy);
  const ports = Object.entries(portLevelMtls).map(([port, { mode = '' }]) => ({
    mode,
    field: `spec.portLevelMtls.${port}.mode`,
  }));
  return [{ mode: mtls?.mode ?? '', field: 'spec.mtls.mode' }, ...ports];
}

import type { Construct } from 'constructs';
import { AuthorizationPolicy } from '../../../imports/istio.ts';
import type { Environment } from '../../../src/model/environment.ts';

/**
 * Refuses every request to a pod with a sidecar that no other policy allows.
 * An empty spec is an ALLOW policy without rules: https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export function addDenyAll(scope: Construct, { ownedNamespaces }: Environment): void {
  for (const { name, injected } of ownedNamespaces) {
    if (!injected) continue;
    new AuthorizationPolicy(scope, { metadata: { name: 'deny-all', namespace: name }, spec: {} });
  }
}

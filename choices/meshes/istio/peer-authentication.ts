import type { Construct } from 'constructs';
import { PeerAuthentication } from '../../../imports/istio.ts';
import type { Environment } from '../../../src/model/environment.ts';

/** Pods with a sidecar take nothing but mutual TLS, so every principal in a policy has been proven. */
export function addPeerAuthentications(scope: Construct, { ownedNamespaces }: Environment): void {
  for (const { name, injected } of ownedNamespaces) {
    if (!injected) continue;
    new PeerAuthentication(scope, {
      metadata: { name: 'default', namespace: name },
      spec: { mtls: { mode: 'STRICT' } },
    });
  }
}

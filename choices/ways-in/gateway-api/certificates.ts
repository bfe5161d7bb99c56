import type { Construct } from 'constructs';
import { secretStore } from '../../../charts/secrets/secret-store.ts';
import { Certificate } from '../../../imports/cert-manager.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { GatewayApi, OwnGateway } from '../../../src/model/way-in.ts';
import { tlsSecret } from '../tls-secret.ts';
import type { ListenedHost } from './listeners.ts';

/** Name of the Secret beside the Gateway with the certificate of a public host. */
export function certificateSecret(
  { certificates }: OwnGateway,
  { name }: ListenedHost,
  { platform }: Environment,
): string {
  return 'issuer' in certificates ? `${platform}-${name}-tls` : `${platform}-tls`;
}

/** What makes those Secrets: a Certificate for each host, which cert-manager renews, or one read from the remote secret. */
export function addCertificates(
  scope: Construct,
  { gateway: { namespace } }: GatewayApi,
  own: OwnGateway,
  hosts: readonly ListenedHost[],
  environment: Environment,
): void {
  const { certificates } = own;
  if ('remoteSecret' in certificates) {
    const { namespaces, platform, services } = environment;
    // The services' namespace has a store already where one of them reads secrets.
    const hasStore =
      namespace === namespaces.services && services.some(({ secretKeys }) => secretKeys.length > 0);
    if (!hasStore) secretStore(scope, namespace, environment);
    const name = `${platform}-tls`;
    tlsSecret(scope, { name, namespace, key: certificates.remoteSecret }, environment);
    return;
  }
  for (const listened of hosts) {
    const secretName = certificateSecret(own, listened, environment);
    new Certificate(scope, {
      metadata: { name: secretName, namespace },
      spec: {
        secretName,
        dnsNames: [listened.host],
        issuerRef: { group: 'cert-manager.io', ...certificates.issuer },
        // A key that leaked is good for one certificate only.
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      },
    });
  }
}

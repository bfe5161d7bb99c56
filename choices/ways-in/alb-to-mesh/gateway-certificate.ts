import type { Construct } from 'constructs';
import { environmentLabels } from '../../../charts/labels.ts';
import { addSecret, remoteValue, secretMetadata } from '../../../charts/secrets/add-secret.ts';
import type { Meshed } from '../../../src/model/mesh.ts';
import type { AlbToMesh } from '../../../src/model/way-in.ts';

/**
 * The mesh gateway's own certificate, for TLS between load balancer and gateway.
 * The Secret is `<platform>-gateway-tls`, in the gateway's namespace, where Istio looks for it.
 */
export function gatewayCertificate(scope: Construct, ingress: AlbToMesh, environment: Meshed): void {
  const name = `${environment.platform}-gateway-tls`;
  const key = ingress.gatewayCertificateKey;
  // With a type but no data of its own, the template passes on all that was read.
  const template = {
    engineVersion: 'v2',
    mergePolicy: 'Replace',
    type: 'kubernetes.io/tls',
    metadata: secretMetadata(environmentLabels(environment)),
  } as const;
  const data = [remoteValue('tls.crt', key, 'tls.crt'), remoteValue('tls.key', key, 'tls.key')];
  addSecret(scope, { name, namespace: environment.mesh.gateway.namespace }, { data, template }, environment);
}

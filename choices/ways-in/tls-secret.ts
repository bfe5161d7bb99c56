import type { Construct } from 'constructs';
import { environmentLabels } from '../../charts/labels.ts';
import { addSecret, remoteValue, secretMetadata } from '../../charts/secrets/add-secret.ts';
import type { Environment } from '../../src/model/environment.ts';

/** A certificate to be read from a remote secret with `tls.crt` and `tls.key`: its key, and the Secret it becomes. */
export interface RemoteCertificate {
  readonly name: string;
  readonly namespace: string;
  readonly key: string;
}

/** The Secret of type `kubernetes.io/tls` with a certificate that is kept outside. */
export function tlsSecret(
  scope: Construct,
  { name, namespace, key }: RemoteCertificate,
  environment: Environment,
): void {
  // With a type but no data of its own, the template passes on all that was read.
  const template = {
    engineVersion: 'v2',
    mergePolicy: 'Replace',
    type: 'kubernetes.io/tls',
    metadata: secretMetadata(environmentLabels(environment)),
  } as const;
  const data = [remoteValue('tls.crt', key, 'tls.crt'), remoteValue('tls.key', key, 'tls.key')];
  addSecret(scope, { name, namespace }, { data, template }, environment);
}

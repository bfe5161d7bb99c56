import type { Construct } from 'constructs';
import { remoteStoreOf } from '../../choices/secret-stores/index.ts';
import { SecretStore } from '../../imports/external-secrets.ts';
import { ServiceAccount } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';

/**
 * The store of one namespace, named as the platform, and the ServiceAccount it signs in as; none where nothing is read.
 * A store of its own, not one for the whole cluster, so that other namespaces cannot read through it.
 */
export function secretStore(scope: Construct, namespace: string, environment: Environment): void {
  const { platform, secrets } = environment;
  const account = `${platform}-secrets`;
  const store = remoteStoreOf(secrets)?.render(secrets, account, namespace);
  if (!store) return;
  new ServiceAccount(scope, {
    metadata: { name: account, namespace, annotations: store.accountAnnotations },
    // No pod runs as it: External Secrets asks for its tokens.
    automountServiceAccountToken: false,
  });
  new SecretStore(scope, {
    metadata: { name: platform, namespace },
    spec: { provider: store.provider },
  });
}

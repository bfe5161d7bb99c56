import type { Construct } from 'constructs';
import { SecretStore } from '../../imports/external-secrets.ts';
import { ServiceAccount } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';

/**
 * The store of one namespace, named as the platform, and the ServiceAccount whose IAM role it assumes.
 * A store of its own, not one for the whole cluster, so that other namespaces cannot read through it.
 */
export function secretStore(scope: Construct, namespace: string, environment: Environment): void {
  const { platform, cluster, secrets } = environment;
  const account = `${platform}-secrets`;
  new ServiceAccount(scope, {
    metadata: {
      name: account,
      namespace,
      annotations: { 'eks.amazonaws.com/role-arn': secrets.roleArn },
    },
    // No pod runs as it: External Secrets asks for its tokens.
    automountServiceAccountToken: false,
  });
  new SecretStore(scope, {
    metadata: { name: platform, namespace },
    spec: {
      provider: {
        aws: {
          service: 'SecretsManager',
          region: cluster.region,
          auth: { jwt: { serviceAccountRef: { name: account } } },
        },
      },
    },
  });
}

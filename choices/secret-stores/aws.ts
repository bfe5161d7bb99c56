import type { AwsSecrets } from '../../src/model/secrets.ts';
import { inNamespace, type RenderedStore } from './secret-store.ts';

/** A store of AWS, whose role is assumed through the service account (IRSA): https://external-secrets.io/latest/provider/aws-access/ */
export function awsStore(
  service: 'SecretsManager' | 'ParameterStore',
  { region, roleArn }: AwsSecrets,
  account: string,
  namespace: string,
): RenderedStore {
  return {
    provider: { aws: { service, region, auth: { jwt: { serviceAccountRef: { name: account } } } } },
    accountAnnotations: { 'eks.amazonaws.com/role-arn': inNamespace(roleArn, namespace) },
  };
}

import type { AwsSecrets } from '../../../src/model/secrets.ts';
import { awsStore } from '../aws.ts';
import { WITH_SLASHES } from '../names.ts';
import type { RemoteStoreChoice } from '../secret-store.ts';
import { shape } from './schema.ts';

/** AWS Secrets Manager, through External Secrets. */
export const secretsManager = {
  name: 'aws-secrets-manager',
  shape,
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html#SecretsManager-CreateSecret-request-Name
  names: {
    ...WITH_SLASHES,
    pattern: /^[A-Za-z0-9/_+=.@-]{1,512}$/,
    expected: 'the name of a secret of Secrets Manager: letters, digits and /_+=.@-',
  },
  render: (secrets, account, namespace) => awsStore('SecretsManager', secrets, account, namespace),
} as const satisfies RemoteStoreChoice<AwsSecrets>;

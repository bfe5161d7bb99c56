import type { AwsSecrets } from '../../../src/model/secrets.ts';
import { awsStore } from '../aws.ts';
import { WITH_SLASHES } from '../names.ts';
import type { RemoteStoreChoice } from '../secret-store.ts';
import { shape } from './schema.ts';

/** A name with a slash in it is a path, and a path begins with one. */
function asPath(name: string): string {
  return name.includes('/') && !name.startsWith('/') ? `/${name}` : name;
}

/** Parameter Store of AWS Systems Manager, through External Secrets: a SecureString of JSON for each secret. */
export const parameterStore = {
  name: 'aws-parameter-store',
  shape,
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html#systemsmanager-PutParameter-request-Name
  names: {
    pattern: /^(?!\/?(aws|ssm)(\/|$))([A-Za-z0-9_.-]+|(\/[A-Za-z0-9_.-]+){1,15})$/i,
    expected: 'the name of a parameter: letters, digits and _.-, or a path of them that begins with /',
    below: (prefix, name) => asPath(WITH_SLASHES.below(prefix, name)),
    nearest: (name) => asPath(WITH_SLASHES.nearest(name)),
    prefix: WITH_SLASHES.prefix,
  },
  render: (secrets, account, namespace) => awsStore('ParameterStore', secrets, account, namespace),
} as const satisfies RemoteStoreChoice<AwsSecrets>;

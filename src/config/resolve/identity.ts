import type { Identity } from '../../model/identity.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { ServiceInput } from '../schema/service.ts';

/** Who a service is in the cloud of its cluster; what is for other clouds is refused elsewhere. */
export function identityOf(
  { roleArn, googleServiceAccount, azureClientId }: ServiceInput,
  { cluster: { cloud } }: DocumentInput,
): Identity | undefined {
  if (cloud === 'aws' && roleArn !== undefined) return { cloud, roleArn };
  if (cloud === 'gcp' && googleServiceAccount !== undefined)
    return { cloud, serviceAccount: googleServiceAccount };
  return cloud === 'azure' && azureClientId !== undefined ? { cloud, clientId: azureClientId } : undefined;
}

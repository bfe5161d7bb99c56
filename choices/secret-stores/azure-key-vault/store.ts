import type { AzureSecrets } from '../../../src/model/secrets.ts';
import { WITH_HYPHENS } from '../names.ts';
import type { RemoteStoreChoice } from '../secret-store.ts';
import { shape } from './schema.ts';

/** Azure Key Vault, through External Secrets and Microsoft Entra Workload ID. */
export const azureKeyVault = {
  name: 'azure-key-vault',
  shape,
  // https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers
  names: {
    ...WITH_HYPHENS,
    pattern: /^[A-Za-z0-9-]{1,127}$/,
    expected: 'the name of a secret of Key Vault: letters, digits and -, no slashes',
  },
  render: ({ vaultUrl, tenant, clientId }, account) => ({
    provider: {
      azurekv: {
        authType: 'WorkloadIdentity',
        environmentType: 'PublicCloud',
        vaultUrl,
        // Here alone: with the annotation for it as well the store would be refused, for two tenants.
        tenantId: tenant,
        serviceAccountRef: { name: account },
      },
    },
    accountAnnotations: { 'azure.workload.identity/client-id': clientId },
  }),
} as const satisfies RemoteStoreChoice<AzureSecrets>;

import type { AzureCluster } from '../../../src/model/cluster.ts';
import type { AzureIdentity } from '../../../src/model/identity.ts';
import type { IdentifyingCloud } from '../cloud.ts';
import { amazonRefused, identitiesRefused } from '../refusals.ts';
import { shape } from './schema.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Microsoft Azure: clusters of AKS. */
export const azure = {
  name: 'azure',
  shape,
  facts: { region: 'westeurope', subscription: NOBODY, tenant: NOBODY },
  refusals: [...identitiesRefused('azure'), ...amazonRefused('azure')],
  // The platform's own address, where nodes get their settings: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
  metadata: ['168.63.129.16/32'],
  // Disks are encrypted whatever is said: https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/master/docs/driver-parameters.md
  volumes: { provisioner: 'disk.csi.azure.com', parameters: { skuName: 'StandardSSD_LRS' } },
  bind: ({ clientId }) => ({
    account: { 'azure.workload.identity/client-id': clientId },
    podLabels: { 'azure.workload.identity/use': 'true' },
  }),
  tokenService: () => ({
    name: 'entra',
    label: 'azure-entra',
    host: 'login.microsoftonline.com',
    network: 'internet',
  }),
  tokenAddresses: [],
} as const satisfies IdentifyingCloud<AzureIdentity, AzureCluster>;

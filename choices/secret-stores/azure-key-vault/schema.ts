import { z } from 'zod';
import { text } from '../../../src/config/schema/field.ts';
import { azureClientId } from '../../../src/config/schema/scalars.ts';
import { remote } from '../remote.ts';

/** What there is to say of it. */
export const shape = {
  store: z.literal('azure-key-vault').describe('Where secrets come from'),
  vaultUrl: text(
    'the URL of a key vault: https://NAME.vault.azure.net, without / at its end',
    /^https:\/\/[a-z][a-z0-9-]{1,22}[a-z0-9]\.vault\.azure\.(net|cn)$/,
  ),
  clientId: azureClientId.describe('Managed identity that may read the remote secrets'),
  ...remote,
};

import type { Secrets } from '../../src/model/secrets.ts';
import { parameterStore } from './aws-parameter-store/store.ts';
import { secretsManager } from './aws-secrets-manager/store.ts';
import { azureKeyVault } from './azure-key-vault/store.ts';
import { googleSecretManager } from './google-secret-manager/store.ts';
import { kubernetes } from './kubernetes/store.ts';
import type { RemoteStoreChoice } from './secret-store.ts';
import { vault } from './vault/store.ts';

/** The stores that secrets come from. */
export const SECRET_STORES = [
  secretsManager,
  parameterStore,
  googleSecretManager,
  azureKeyVault,
  vault,
  kubernetes,
] as const;

/** How the store that an environment reads is rendered, and what secrets are called there; undefined where nothing is read. */
export function remoteStoreOf({ store }: Pick<Secrets, 'store'>): RemoteStoreChoice<Secrets> | undefined {
  const choice = SECRET_STORES.find(({ name }) => name === store);
  return choice && 'render' in choice ? (choice as unknown as RemoteStoreChoice<Secrets>) : undefined;
}

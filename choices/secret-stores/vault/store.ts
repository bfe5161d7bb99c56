import type { VaultSecrets } from '../../../src/model/secrets.ts';
import { WITH_SLASHES } from '../names.ts';
import { inNamespace, type RemoteStoreChoice } from '../secret-store.ts';
import { shape } from './schema.ts';

/** HashiCorp Vault or OpenBao, through External Secrets and the auth method `kubernetes`. */
export const vault = {
  name: 'vault',
  shape,
  names: {
    ...WITH_SLASHES,
    pattern: /^[A-Za-z0-9_.@+=-]+(\/[A-Za-z0-9_.@+=-]+)*$/,
    expected: 'the path of a secret below the KV engine: letters, digits and _.@+=-, / between them',
  },
  render: ({ server, path, mount, role, authority }, account, namespace) => ({
    provider: {
      vault: {
        server,
        path,
        version: 'v2',
        ...(authority && {
          caProvider: { type: 'ConfigMap', name: authority.configMap, key: authority.key },
        }),
        auth: {
          kubernetes: {
            mountPath: mount,
            role: inNamespace(role, namespace),
            serviceAccountRef: { name: account },
          },
        },
      },
    },
    // Vault asks the cluster itself who a token is of.
    accountAnnotations: undefined,
  }),
} as const satisfies RemoteStoreChoice<VaultSecrets>;

import type { Observability } from '../../src/model/observability.ts';

/** Where the values of Grafana's Secret are mounted. */
export const SECRETS_FOLDER = '/etc/grafana/secrets';

/** Properties of the remote secret of Grafana, which are names of files too. */
export type SecretFile =
  | 'admin-password'
  | 'oidc-client-secret'
  | 'opensearch-password'
  | 'opensearch-username'
  | 'secret-key';

/** What Grafana reads in place of the value: https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#file-provider */
export function secretFile(name: SecretFile): string {
  return `$__file{${SECRETS_FOLDER}/${name}}`;
}

/** The values an environment needs, sorted. The account for OpenSearch may only read: viewers can ask it anything. */
export function secretFiles({ grafana, logs }: Observability): readonly SecretFile[] {
  return [
    'admin-password',
    ...(grafana.login ? (['oidc-client-secret'] as const) : []),
    ...(logs ? (['opensearch-password', 'opensearch-username'] as const) : []),
    'secret-key',
  ];
}

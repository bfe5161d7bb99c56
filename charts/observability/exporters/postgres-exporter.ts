import { authorityFile } from '../../../src/model/authority-file.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Resource } from '../../../src/model/resource.ts';
import type { WatchedResource } from '../../../src/model/watched.ts';
import { environmentLabels } from '../../labels.ts';
import { secretMetadata } from '../../secrets/external-secret-spec.ts';
import { accountData, type Particulars } from './account.ts';

/**
 * Prometheus names writer and readers in its questions, and the account by the module `monitoring`:
 * https://github.com/prometheus-community/postgres_exporter/blob/master/docs/configuration.md#config-file
 */
export function postgresExporter(watched: WatchedResource, environment: Environment): Particulars {
  return {
    args: ['--config.file=/etc/postgres-exporter/config.yaml', '--web.listen-address=:9187'],
    secret: {
      mountPath: '/etc/postgres-exporter',
      restarts: true,
      data: accountData(watched),
      template: {
        engineVersion: 'v2',
        mergePolicy: 'Replace',
        metadata: secretMetadata(environmentLabels(environment)),
        data: { 'config.yaml': `${ACCOUNT}${verification(watched.resource)}` },
      },
    },
  };
}

/** JSON texts are texts of YAML as well, whatever a password consists of. */
const ACCOUNT = `auth_modules:
  monitoring:
    type: userpass
    userpass:
      username: {{ .username | toJson }}
      password: {{ .password | toJson }}
    options:
`;

/** Writer and readers have one authority. https://pkg.go.dev/github.com/lib/pq#hdr-Connection_String_Parameters */
function verification({ trust: { authority, unverified } }: Resource): string {
  if (unverified !== undefined) return '      sslmode: require\n';
  const file = authority ? `      sslrootcert: ${authorityFile(authority)}\n` : '';
  return `      sslmode: verify-full\n${file}`;
}

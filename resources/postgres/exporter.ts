import { authorityFile } from '../../src/model/authority-file.ts';
import type { Trust } from '../../src/model/resource.ts';
import type { ExporterProgram, Watching } from '../watching.ts';
import { postgresAlerts } from './alerts.ts';
import { postgresSection } from './dashboard.ts';
import { scrapeByEndpoint } from './endpoints.ts';
import { metrics, postgres } from './metrics.ts';

/**
 * Prometheus names writer and readers in its questions, and the account by the module `monitoring`:
 * https://github.com/prometheus-community/postgres_exporter/blob/master/docs/configuration.md#config-file
 */
const EXPORTER: ExporterProgram = {
  kind: 'program',
  program: 'postgres-exporter',
  image: { repository: 'quay.io/prometheuscommunity/postgres-exporter', tag: 'v0.20.1' },
  port: 9187,
  healthPath: '/',
  setup: ({ resource }) => ({
    args: ['--config.file=/etc/postgres-exporter/config.yaml', '--web.listen-address=:9187'],
    account: {
      folder: '/etc/postgres-exporter',
      file: 'config.yaml',
      template: `${ACCOUNT}${verification(resource.trust)}`,
    },
  }),
};

/** JSON texts are texts of YAML as well, whatever a password consists of. */
const ACCOUNT = `auth_modules:
  monitoring:
    type: userpass
    userpass:
      username: {{ .username | toJson }}
      password: {{ .password | toJson }}
    options:
`;

/** PostgreSQL by Prometheus' own exporter. */
export const watching: Watching = {
  reader: EXPORTER,
  metrics,
  jobs: (watched, environment) => scrapeByEndpoint(EXPORTER, watched, environment),
  availability: {
    unanswered: `max by (resource, endpoint) (${postgres('pg_up')}) == 0`,
    answers: postgres('pg_up', 'resource="main"'),
  },
  isUp: (name) => `min(pg_up{resource="${name}"})`,
  listedBy: 'pg_up',
  section: postgresSection,
  alerts: postgresAlerts,
};

/** Writer and readers have one authority. https://pkg.go.dev/github.com/lib/pq#hdr-Connection_String_Parameters */
function verification({ authority, unverified }: Trust): string {
  if (unverified !== undefined) return '      sslmode: require\n';
  const file = authority ? `      sslrootcert: ${authorityFile(authority)}\n` : '';
  return `      sslmode: verify-full\n${file}`;
}

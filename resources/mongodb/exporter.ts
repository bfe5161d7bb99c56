import { authorityFile } from '../../src/model/authority-file.ts';
import { mainEndpoint, type Resource, type Trust } from '../../src/model/resource.ts';
import { scrapeByPod } from '../scrape-by-pod.ts';
import type { ExporterProgram, Watching } from '../watching.ts';
import { mongodbAlerts } from './alerts.ts';
import { mongodbSection } from './dashboard.ts';
import { metrics, mongodb } from './metrics.ts';

/** Takes its account from variables alone: https://github.com/percona/mongodb_exporter/blob/main/REFERENCE.md */
const EXPORTER: ExporterProgram = {
  kind: 'program',
  program: 'mongodb-exporter',
  image: { repository: 'docker.io/percona/mongodb_exporter', tag: '0.53.0' },
  port: 9216,
  healthPath: '/',
  setup: ({ resource }) => ({
    args: [
      '--web.listen-address=:9216',
      // It knows the replica set by one name and finds the members.
      '--no-mongodb.direct-connect',
      '--mongodb.global-conn-pool',
      '--collector.diagnosticdata',
      '--collector.replicasetstatus',
      '--collector.dbstats',
      '--compatible-mode',
    ],
    variables: { MONGODB_URI: address(resource) },
    account: { username: 'MONGODB_USER', password: 'MONGODB_PASSWORD' },
  }),
};

/** MongoDB by Percona's exporter. */
export const watching: Watching = {
  reader: EXPORTER,
  metrics,
  jobs: (watched, environment) => scrapeByPod(EXPORTER, watched, environment),
  availability: {
    unanswered: `max by (resource) (${mongodb('mongodb_up')}) == 0`,
    answers: mongodb('mongodb_up', 'resource="main"'),
  },
  isUp: (name) => `min(mongodb_up{resource="${name}"})`,
  listedBy: 'mongodb_up',
  section: mongodbSection,
  alerts: mongodbAlerts,
};

function address(resource: Resource): string {
  const { port, reach } = mainEndpoint(resource);
  // Encrypted, as for services.
  return `mongodb://${reach.host}:${port}/admin?readPreference=primaryPreferred&tls=true${verification(resource.trust)}`;
}

/** https://www.mongodb.com/docs/manual/reference/connection-string-options/#tls-options */
function verification({ authority, unverified }: Trust): string {
  if (unverified !== undefined) return '&tlsInsecure=true';
  return authority ? `&tlsCAFile=${authorityFile(authority)}` : '';
}

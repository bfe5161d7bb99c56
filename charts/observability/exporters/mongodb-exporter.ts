import { authorityFile } from '../../../src/model/authority-file.ts';
import { mainEndpoint, type Trust } from '../../../src/model/resource.ts';
import type { WatchedResource } from '../../../src/model/watched.ts';
import { accountVariables, type Particulars } from './account.ts';

/** Takes its account from variables alone: https://github.com/percona/mongodb_exporter/blob/main/REFERENCE.md */
export function mongodbExporter(watched: WatchedResource): Particulars {
  const { env = [], secret } = accountVariables(watched, 'MONGODB_USER', 'MONGODB_PASSWORD');
  return {
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
    env: [{ name: 'MONGODB_URI', value: address(watched) }, ...env],
    secret,
  };
}

function address({ resource }: WatchedResource): string {
  const { port, reach } = mainEndpoint(resource);
  // Encrypted, as for services.
  return `mongodb://${reach.host}:${port}/admin?readPreference=primaryPreferred&tls=true${verification(resource.trust)}`;
}

/** https://www.mongodb.com/docs/manual/reference/connection-string-options/#tls-options */
function verification({ authority, unverified }: Trust): string {
  if (unverified !== undefined) return '&tlsInsecure=true';
  return authority ? `&tlsCAFile=${authorityFile(authority)}` : '';
}

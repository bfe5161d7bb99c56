import { authorityFile } from '../../../src/model/authority-file.ts';
import type { Endpoint } from '../../../src/model/dependency.ts';
import type { WatchedResource } from '../../../src/model/watched.ts';
import { accountVariables, type Particulars } from './account.ts';

/** Takes its account from variables alone: https://github.com/percona/mongodb_exporter/blob/main/REFERENCE.md */
export function mongodbExporter(resource: WatchedResource): Particulars {
  const { env = [], secret } = accountVariables(resource, 'MONGODB_USER', 'MONGODB_PASSWORD');
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
    env: [{ name: 'MONGODB_URI', value: address(resource) }, ...env],
    secret,
  };
}

function address({ name, endpoints }: WatchedResource): string {
  const [endpoint] = endpoints;
  if (!endpoint) throw new Error(`${name} has no endpoint: the configuration gives it one`);
  // Encrypted, as for services.
  return `mongodb://${endpoint.host}:${endpoint.port}/admin?readPreference=primaryPreferred&tls=true${verification(endpoint)}`;
}

/** https://www.mongodb.com/docs/manual/reference/connection-string-options/#tls-options */
function verification({ trust: { authority, unverified } = {} }: Endpoint): string {
  if (unverified !== undefined) return '&tlsInsecure=true';
  return authority ? `&tlsCAFile=${authorityFile(authority)}` : '';
}

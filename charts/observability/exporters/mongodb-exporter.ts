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
  const trust = DOCUMENT_DB.test(endpoint.host) ? '&tlsInsecure=true' : '';
  // Encrypted, as for services.
  return `mongodb://${endpoint.host}:${endpoint.port}/admin?readPreference=primaryPreferred&tls=true${trust}`;
}

/**
 * Certificates of DocumentDB are signed by an authority of Amazon's own, which the image does not know; who is asked
 * is in the NetworkPolicy: https://docs.aws.amazon.com/documentdb/latest/developerguide/ca_cert_rotation.html
 */
const DOCUMENT_DB = /\.docdb\.amazonaws\.com(\.cn)?$/;

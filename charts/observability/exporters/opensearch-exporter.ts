import type { WatchedResource } from '../../../src/model/watched.ts';
import { accountVariables, type Particulars } from './account.ts';

/** Takes its account from variables: https://github.com/prometheus-community/elasticsearch_exporter#configuration */
export function opensearchExporter(resource: WatchedResource): Particulars {
  const { env = [], secret } = accountVariables(resource, 'ES_USERNAME', 'ES_PASSWORD');
  const [endpoint] = resource.endpoints;
  if (!endpoint) throw new Error(`${resource.name} has no endpoint: the configuration gives it one`);
  return {
    args: [
      '--web.listen-address=:9114',
      `--es.uri=https://${endpoint.host}:${endpoint.port}`,
      '--es.all',
      '--es.indices',
      // Names of indices are all that is wanted; their aliases would be a series each.
      '--no-es.aliases',
      '--es.timeout=9s',
    ],
    env,
    secret,
  };
}

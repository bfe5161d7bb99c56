import { mainEndpoint } from '../../../src/model/resource.ts';
import type { WatchedResource } from '../../../src/model/watched.ts';
import { accountVariables, type Particulars } from './account.ts';

/** Takes its account from variables: https://github.com/prometheus-community/elasticsearch_exporter#configuration */
export function opensearchExporter(watched: WatchedResource): Particulars {
  const { env = [], secret } = accountVariables(watched, 'ES_USERNAME', 'ES_PASSWORD');
  const { port, reach } = mainEndpoint(watched.resource);
  return {
    args: [
      '--web.listen-address=:9114',
      `--es.uri=https://${reach.host}:${port}`,
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

import { mainEndpoint } from '../../src/model/resource.ts';
import { scrapeByPod } from '../scrape-by-pod.ts';
import type { ExporterProgram, Watching } from '../watching.ts';
import { opensearchAlerts } from './alerts.ts';
import { opensearchSection } from './dashboard.ts';
import { metrics, opensearch } from './metrics.ts';

/** Takes its account from variables: https://github.com/prometheus-community/elasticsearch_exporter#configuration */
const EXPORTER: ExporterProgram = {
  kind: 'program',
  program: 'elasticsearch-exporter',
  image: { repository: 'quay.io/prometheuscommunity/elasticsearch-exporter', tag: 'v1.11.0' },
  port: 9114,
  healthPath: '/healthz',
  setup: ({ resource }) => {
    const { port, reach } = mainEndpoint(resource);
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
      account: { username: 'ES_USERNAME', password: 'ES_PASSWORD' },
    };
  },
};

const STATUS = 'elasticsearch_cluster_health_status';

/** OpenSearch by the exporter of Elasticsearch. */
export const watching: Watching = {
  reader: EXPORTER,
  metrics,
  jobs: (watched, environment) => scrapeByPod(EXPORTER, watched, environment),
  availability: {
    // It has no status of a cluster that it cannot ask.
    unanswered: `max by (resource) (${opensearch('up')}) == 1 unless on (resource) ${opensearch(STATUS)}`,
    answers: opensearch(STATUS, 'resource="main"', 'color="green"'),
  },
  // A cluster that is red has lost shards.
  isUp: (name) => `max(${STATUS}{resource="${name}",color=~"green|yellow"})`,
  listedBy: STATUS,
  section: opensearchSection,
  alerts: opensearchAlerts,
};

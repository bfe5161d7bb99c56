import { authorityFile } from '../../src/model/authority-file.ts';
import { mainEndpoint, type Trust } from '../../src/model/resource.ts';
import { scrapeByPod } from '../scrape-by-pod.ts';
import type { ExporterProgram, Watching } from '../watching.ts';
import { redisAlerts } from './alerts.ts';
import { redisSection } from './dashboard.ts';
import { metrics, redis } from './metrics.ts';
import { isCluster, scrapeByNode } from './nodes.ts';

/**
 * Of a cluster, Prometheus asks it for the nodes and then for each of them. The password comes from a variable: its
 * file of passwords would have to name every node. https://github.com/oliver006/redis_exporter#command-line-flags
 */
const EXPORTER: ExporterProgram = {
  kind: 'program',
  program: 'redis-exporter',
  image: { repository: 'docker.io/oliver006/redis_exporter', tag: 'v1.89.0' },
  port: 9121,
  healthPath: '/health',
  setup: ({ resource }) => {
    const { port, reach } = mainEndpoint(resource);
    return {
      args: [
        '--web.listen-address=:9121',
        // Both are commands that an account which only looks may not run.
        '--config-command=-',
        '--set-client-name=false',
        // Certificates have names, so nodes of a cluster are asked by theirs, which Redis tells from 7 on.
        ...(isCluster(resource) ? ['--is-cluster', '--cluster-discover-hostnames'] : []),
        ...verification(resource.trust),
      ],
      // Encrypted, as for services.
      variables: { REDIS_ADDR: `rediss://${reach.host}:${port}` },
      account: { username: 'REDIS_USER', password: 'REDIS_PASSWORD' },
    };
  },
};

/** Redis by the exporter that everybody uses. */
export const watching: Watching = {
  reader: EXPORTER,
  metrics,
  jobs: (watched, environment) => [
    ...scrapeByPod(
      EXPORTER,
      watched.filter(({ resource }) => !isCluster(resource)),
      environment,
    ),
    ...scrapeByNode(
      EXPORTER,
      watched.filter(({ resource }) => isCluster(resource)),
      environment,
    ),
  ],
  availability: {
    unanswered: `max by (resource) (${redis('redis_up')}) == 0`,
    answers: redis('redis_up', 'resource="main"'),
  },
  isUp: (name) => `min(redis_up{resource="${name}"})`,
  listedBy: 'redis_up',
  section: redisSection,
  alerts: redisAlerts,
};

function verification({ authority, unverified }: Trust): readonly string[] {
  if (unverified !== undefined) return ['--skip-tls-verification'];
  return authority ? [`--tls-ca-cert-file=${authorityFile(authority)}`] : [];
}

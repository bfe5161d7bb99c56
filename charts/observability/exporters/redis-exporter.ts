import { isCluster } from '../../../monitoring/scrape/resources.ts';
import { authorityFile } from '../../../src/model/authority-file.ts';
import { mainEndpoint, type Trust } from '../../../src/model/resource.ts';
import type { WatchedResource } from '../../../src/model/watched.ts';
import { accountVariables, type Particulars } from './account.ts';

/**
 * Of a cluster, Prometheus asks it for the nodes and then for each of them. The password comes from a variable: its
 * file of passwords would have to name every node. https://github.com/oliver006/redis_exporter#command-line-flags
 */
export function redisExporter(watched: WatchedResource): Particulars {
  const { env = [], secret } = accountVariables(watched, 'REDIS_USER', 'REDIS_PASSWORD');
  const { resource } = watched;
  const { port, reach } = mainEndpoint(resource);
  // Encrypted, as for services.
  const address = `rediss://${reach.host}:${port}`;
  return {
    args: [
      '--web.listen-address=:9121',
      // Both are commands that an account which only looks may not run.
      '--config-command=-',
      '--set-client-name=false',
      // Certificates have names, so nodes of a cluster are asked by theirs, which Redis tells from 7 on.
      ...(isCluster(watched) ? ['--is-cluster', '--cluster-discover-hostnames'] : []),
      ...verification(resource.trust),
    ],
    env: [{ name: 'REDIS_ADDR', value: address }, ...env],
    secret,
  };
}

function verification({ authority, unverified }: Trust): readonly string[] {
  if (unverified !== undefined) return ['--skip-tls-verification'];
  return authority ? [`--tls-ca-cert-file=${authorityFile(authority)}`] : [];
}

import { isCluster } from '../../../monitoring/scrape/resources.ts';
import { authorityFile } from '../../../src/model/authority-file.ts';
import type { Endpoint } from '../../../src/model/dependency.ts';
import type { WatchedResource } from '../../../src/model/watched.ts';
import { accountVariables, type Particulars } from './account.ts';

/**
 * Of a cluster, Prometheus asks it for the nodes and then for each of them. The password comes from a variable: its
 * file of passwords would have to name every node. https://github.com/oliver006/redis_exporter#command-line-flags
 */
export function redisExporter(resource: WatchedResource): Particulars {
  const { env = [], secret } = accountVariables(resource, 'REDIS_USER', 'REDIS_PASSWORD');
  const [endpoint] = resource.endpoints;
  if (!endpoint) throw new Error(`${resource.name} has no endpoint: the configuration gives it one`);
  // Encrypted, as for services.
  const address = `rediss://${endpoint.host}:${endpoint.port}`;
  return {
    args: [
      '--web.listen-address=:9121',
      // Both are commands that an account which only looks may not run.
      '--config-command=-',
      '--set-client-name=false',
      // Certificates have names, so nodes of a cluster are asked by theirs, which Redis tells from 7 on.
      ...(isCluster(resource) ? ['--is-cluster', '--cluster-discover-hostnames'] : []),
      ...verification(endpoint),
    ],
    env: [{ name: 'REDIS_ADDR', value: address }, ...env],
    secret,
  };
}

function verification({ trust: { authority, unverified } = {} }: Endpoint): readonly string[] {
  if (unverified !== undefined) return ['--skip-tls-verification'];
  return authority ? [`--tls-ca-cert-file=${authorityFile(authority)}`] : [];
}

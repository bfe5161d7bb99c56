import type { Check } from '../check.ts';
import type { ServiceEntrySpec } from '../inventory/istio.ts';
import { specOf } from '../inventory/spec.ts';

export const clusterMembersReachable: Check = {
  name: 'cluster-members-reachable',
  topic: 'mesh',
  severity: 'warning',
  summary:
    'A ServiceEntry of a cluster whose clients find its members by themselves lets connections go to their addresses.',
  why: 'Clients of replica sets and of clusters connect to the members they are told of. The sidecar knows the one host alone, so with `REGISTRY_ONLY` those connections end nowhere.',
  fix: 'Write `resolution: NONE` and the ranges of the members in `addresses`. In the input: type `mongodb`, or `external: {members: true}`.',
  sources: [
    'https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/connect-to-replica-set.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Endpoints.html',
  ],
  examine: ({ ofKind }, tell) => {
    for (const entry of ofKind('ServiceEntry', 'networking.istio.io')) {
      const { hosts = [], resolution } = specOf<ServiceEntrySpec>(entry);
      if (resolution === 'NONE') continue;
      const cluster = hosts.find((host) => CLUSTERS.some((pattern) => pattern.test(host)));
      if (cluster)
        tell(
          entry,
          'spec.resolution',
          `expected NONE, as clients of ${cluster} find its members; found ${resolution}`,
        );
    }
  },
};

/** Hosts of DocumentDB, MongoDB Atlas, ElastiCache and MemoryDB with cluster mode, MSK, and Keyspaces. */
const CLUSTERS: readonly RegExp[] = [
  /\.docdb\.amazonaws\.com(\.cn)?$/,
  /\.mongodb\.net$/,
  /^clustercfg\..*\.amazonaws\.com(\.cn)?$/,
  /\.kafka(-serverless)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/,
  /^cassandra(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/,
];

import type { Environment } from '../../src/model/environment.ts';
import { distinctEndpoints } from '../../src/model/resource.ts';
import type { WatchedResource, WatchedType } from '../../src/model/watched.ts';
import { OF_PROGRAM } from './limits.ts';
import { copy, copyPart, keep, onPort, POD, podLabel, STILL_RUNNING, set } from './relabel.ts';
import type { ScrapeConfig } from './scrape-config.ts';

/** The program that reads each type of resource, and the port it answers at: https://github.com/prometheus/prometheus/wiki/Default-port-allocations */
export const EXPORTERS = {
  postgres: { program: 'postgres-exporter', port: 9187 },
  redis: { program: 'redis-exporter', port: 9121 },
  mongodb: { program: 'mongodb-exporter', port: 9216 },
  opensearch: { program: 'elasticsearch-exporter', port: 9114 },
} as const;

/** Name of the exporter of a resource. */
export function exporterName({ resource }: Pick<WatchedResource, 'resource'>): string {
  return `${resource.name}-exporter`;
}

/** Whether clients find the nodes of a Redis themselves; each has numbers of its own. */
export function isCluster({ resource: { type, endpoints } }: WatchedResource): boolean {
  return type === 'redis' && endpoints.some(({ reach }) => reach.nodeRanges !== undefined);
}

/** Jobs for the exporters of resources: one for each type, `resource` telling which one a series is about. */
export function resourceJobs(environment: Environment): readonly ScrapeConfig[] {
  const { parts, resources = [] } = environment.observability ?? {};
  if (!parts?.resources) return [];
  const ofType = (type: WatchedType) => resources.filter(({ resource }) => resource.type === type);
  const redis = ofType('redis');
  return [
    ...byPod('elasticsearch-exporter', ofType('opensearch'), environment),
    ...byPod('mongodb-exporter', ofType('mongodb'), environment),
    ...byEndpoint(ofType('postgres'), environment),
    ...byPod(
      'redis-exporter',
      redis.filter((watched) => !isCluster(watched)),
      environment,
    ),
    ...byNode(redis.filter(isCluster), environment),
  ];
}

/** An exporter that is set up for one address. */
function byPod(
  program: string,
  resources: readonly WatchedResource[],
  { namespaces }: Environment,
): readonly ScrapeConfig[] {
  const [first] = resources;
  if (!first) return [];
  const label = podLabel('app.kubernetes.io/name');
  const names = `(${resources.map(({ resource }) => resource.name).join('|')})-exporter`;
  return [
    {
      job_name: program,
      ...OF_PROGRAM,
      kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespaces.monitoring] } }],
      relabel_configs: [
        STILL_RUNNING,
        keep(label, names),
        onPort(EXPORTERS[first.resource.type].port),
        copyPart(label, names, 'resource'),
        copy(POD.namespace, 'namespace'),
        copy(POD.name, 'pod'),
      ],
    },
  ];
}

/** Writer and readers of a database through one exporter, each a target: `endpoint` tells them apart. */
function byEndpoint(
  resources: readonly WatchedResource[],
  environment: Environment,
): readonly ScrapeConfig[] {
  if (resources.length === 0) return [];
  const static_configs = resources.flatMap((watched) =>
    distinctEndpoints(watched.resource).map(({ label, port, reach }) => ({
      targets: [`${reach.host}:${port}/${watched.resource.database ?? ''}`],
      labels: {
        endpoint: label,
        resource: watched.resource.name,
        __exporter: exporterAddress(watched, environment),
      },
    })),
  );
  return [
    {
      job_name: 'postgres-exporter',
      metrics_path: '/probe',
      params: { auth_module: ['monitoring'] },
      ...OF_PROGRAM,
      static_configs,
      relabel_configs: [
        copy('__address__', '__param_target'),
        copy('__address__', 'instance'),
        copy('__exporter', '__address__'),
      ],
    },
  ];
}

/** Every node of a Redis cluster; the exporter asks the cluster which there are. */
function byNode(resources: readonly WatchedResource[], environment: Environment): readonly ScrapeConfig[] {
  if (resources.length === 0) return [];
  return [
    {
      job_name: 'redis-exporter-nodes',
      metrics_path: '/scrape',
      ...OF_PROGRAM,
      http_sd_configs: resources.map((resource) => ({
        url: `http://${exporterAddress(resource, environment)}/discover-cluster-nodes`,
        refresh_interval: '5m',
      })),
      relabel_configs: [
        set('job', 'redis-exporter'),
        copy('__address__', '__param_target'),
        copy('__address__', 'instance'),
        copyPart('__meta_url', 'http://([^.]+)-exporter\\..*', 'resource'),
        copyPart('__meta_url', 'http://([^/]+)/.*', '__address__'),
      ],
    },
  ];
}

function exporterAddress(watched: WatchedResource, { namespaces }: Environment): string {
  return `${exporterName(watched)}.${namespaces.monitoring}.svc:${EXPORTERS[watched.resource.type].port}`;
}

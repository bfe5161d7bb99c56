import { typeOf } from '../../../../resources/index.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import type { Quota } from '../../../model/environment.ts';
import type { Observability, Part } from '../../../model/observability.ts';
import { distinctEndpoints } from '../../../model/resource.ts';
import type { WatchedResource } from '../../../model/watched.ts';
import { bytesOf, formatBytes, formatMillicores, millicoresOf } from '../../../quantities/quantity.ts';

/** Resources of a sidecar, as far as quotas count them. */
interface Proxy {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly memory: string };
}

/** What the pods of a part ask for together, with those that an update starts before old ones go. */
interface Demand {
  readonly pods: number;
  /** How many of the pods have a sidecar. */
  readonly sidecars: number;
  readonly millicores: number;
  readonly memory: string;
  readonly limit: string;
}

const NOTHING: Demand = { pods: 0, sidecars: 0, millicores: 0, memory: '0', limit: '0' };

/**
 * Generous sums for the monitoring namespace, by part: `metrics` is Alertmanager and kube-state-metrics, to which each
 * Prometheus is added; `resources` is one exporter, for each address that is watched.
 */
const DEMANDS: Readonly<Record<Part, Demand>> = {
  metrics: { pods: 6, sidecars: 0, millicores: 1000, memory: '2Gi', limit: '4Gi' },
  dashboards: { pods: 4, sidecars: 4, millicores: 2000, memory: '2Gi', limit: '4Gi' },
  nodes: NOTHING,
  uptime: { pods: 4, sidecars: 0, millicores: 500, memory: '512Mi', limit: '1Gi' },
  resources: { pods: 2, sidecars: 0, millicores: 200, memory: '256Mi', limit: '512Mi' },
  cloud: { pods: 2, sidecars: 0, millicores: 500, memory: '512Mi', limit: '1Gi' },
  tracing: { pods: 8, sidecars: 8, millicores: 4000, memory: '12Gi', limit: '16Gi' },
  // The job that tells the store how long logs are kept.
  logs: { pods: 2, sidecars: 0, millicores: 500, memory: '512Mi', limit: '1Gi' },
  mesh: { pods: 3, sidecars: 3, millicores: 1000, memory: '2Gi', limit: '4Gi' },
};

/** Alertmanager's replicas, each of which keeps silences and what it has sent. */
const ALERTMANAGER = { volumes: 3, storage: '1Gi' } as const;

const CORE = 1000;
const GIBI = 1024 ** 3;

const NO_PROXY: Proxy = { requests: { cpu: '0', memory: '0' }, limits: { memory: '0' } };

/** The quota of the monitoring namespace, in whole cores and GiB, sidecars included where there are any. */
export function monitoringQuota(observability: Observability, proxy: Proxy = NO_PROXY): Quota {
  const demands = demandsOf(observability);
  const total = (of: (demand: Demand) => number) => demands.reduce((sum, demand) => sum + of(demand), 0);
  const sidecars = total((demand) => demand.sidecars);
  const cpu = total((demand) => demand.millicores) + sidecars * millicoresOf(proxy.requests.cpu);
  const memory = total((demand) => bytesOf(demand.memory)) + sidecars * bytesOf(proxy.requests.memory);
  const limit = total((demand) => bytesOf(demand.limit)) + sidecars * bytesOf(proxy.limits.memory);
  return {
    requestsCpu: formatMillicores(Math.ceil(cpu / CORE) * CORE),
    requestsMemory: formatBytes(Math.ceil(memory / GIBI) * GIBI),
    limitsMemory: formatBytes(Math.ceil(limit / GIBI) * GIBI),
    pods: total((demand) => demand.pods),
    ...volumesOf(observability),
  };
}

function demandsOf({ mode, parts, prometheus, resources }: Observability): readonly Demand[] {
  const on = (Object.keys(DEMANDS) as Part[]).filter((part) => parts[part] && part !== 'resources');
  const exporters = parts.resources ? resources.flatMap(exportersOf) : [];
  const { requests, limits } = prometheus.resources;
  const replica: Demand = {
    pods: 1,
    sidecars: 0,
    millicores: millicoresOf(requests.cpu),
    memory: requests.memory,
    limit: limits.memory,
  };
  return [
    ...on.map((part) => DEMANDS[part]),
    ...exporters.map(() => DEMANDS.resources),
    ...(mode === 'standalone' ? Array.from({ length: prometheus.replicas }, () => replica) : []),
  ];
}

/** One for each address that is watched; what has metrics of its own needs none. */
function exportersOf({ resource }: WatchedResource): readonly Endpoint[] {
  const isAsked = typeOf(resource).watching?.reader.kind === 'program';
  return isAsked ? distinctEndpoints(resource) : [];
}

function volumesOf({ mode, parts, prometheus, tracing }: Observability) {
  const isAlone = mode === 'standalone';
  const hasTraces = parts.tracing && !tracing.store;
  const volumes = (isAlone ? prometheus.replicas + ALERTMANAGER.volumes : 0) + (hasTraces ? 1 : 0);
  const ofMetrics = prometheus.replicas * bytesOf(prometheus.storage);
  const ofAlerts = ALERTMANAGER.volumes * bytesOf(ALERTMANAGER.storage);
  const storage = (isAlone ? ofMetrics + ofAlerts : 0) + (hasTraces ? bytesOf(tracing.volume) : 0);
  return { persistentVolumeClaims: volumes, requestsStorage: formatBytes(storage) };
}

/** Nodes that a cluster has at most: a quota that is too small would leave nodes without anybody looking, unnoticed. */
const NODES = 500;

/** The quota of the agents of nodes: for each node, and each of the parts with an agent. */
export function nodeAgentsQuota({ parts }: Observability): Quota {
  const agents = NODES * [parts.nodes, parts.logs].filter(Boolean).length;
  return {
    requestsCpu: formatMillicores(agents * 100),
    requestsMemory: formatBytes(Math.ceil((agents * 128 * 1024 ** 2) / GIBI) * GIBI),
    limitsMemory: formatBytes(Math.ceil((agents * 256 * 1024 ** 2) / GIBI) * GIBI),
    pods: agents,
    persistentVolumeClaims: 0,
    requestsStorage: '0',
  };
}

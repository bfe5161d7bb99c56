import type { Environment } from '../../src/model/environment.ts';
import type { Part } from '../../src/model/observability.ts';
import { OF_KUBE_STATE_METRICS, OF_PROGRAM } from '../forms/limits.ts';
import { copy, keep, onPort, POD, podLabel, STILL_RUNNING, set } from '../forms/relabel.ts';
import type { ScrapeConfig } from '../forms/scrape-config.ts';
import { KIALI, KIALI_METRICS } from '../kiali/config.ts';
import { COLLECTOR, JAEGER, SELF_METRICS } from '../tracing/ports.ts';
import { MERGED, UNUSED_OF_SIDECARS } from './services.ts';

/** A program that watches the platform and is itself read by Prometheus. */
export interface ReadComponent {
  /** Name of the component, and the label `job`. */
  readonly name: string;
  /** Where its metrics are, for policies as well. */
  readonly port: number;
  readonly path: string;
  /** Runs on every node, in the namespace of node agents. */
  readonly isNodeAgent?: boolean;
  /** Read through its sidecar, where there is a mesh. */
  readonly isInMesh?: boolean;
}

const plain = (name: string, port: number): ReadComponent => ({ name, port, path: '/metrics' });
const inMesh = (name: string, port: number): ReadComponent => ({ ...plain(name, port), isInMesh: true });

/** The exporters of resources are read in jobs of their own: `resources.ts`, `cloud.ts`. */
const OF_PART: Readonly<Record<Part, readonly ReadComponent[]>> = {
  metrics: [plain('alertmanager', 9093), plain('kube-state-metrics', 8080), plain('prometheus', 9090)],
  dashboards: [inMesh('grafana', 3000)],
  nodes: [{ ...plain('node-exporter', 9100), isNodeAgent: true }],
  uptime: [plain('blackbox-exporter', 9115)],
  resources: [],
  cloud: [],
  tracing: [inMesh(JAEGER, SELF_METRICS), inMesh(COLLECTOR, SELF_METRICS)],
  logs: [{ name: 'fluent-bit', port: 2020, path: '/api/v2/metrics/prometheus', isNodeAgent: true }],
  mesh: [inMesh(KIALI, KIALI_METRICS)],
};

/** What Prometheus reads of the programs that watch an environment, sorted by name. */
export function readComponents(environment: Environment): readonly ReadComponent[] {
  const { observability } = environment;
  if (!observability) return [];
  const parts = Object.entries(OF_PART).filter(([part]) => observability.parts[part as Part]);
  return parts
    .flatMap(([, components]) => components)
    .map((component) => (component.isInMesh && environment.mesh ? { ...component, ...MERGED } : component))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A job for each of these programs. kube-state-metrics has one more, for how it fares itself. */
export function componentJobs(environment: Environment): readonly ScrapeConfig[] {
  return readComponents(environment).flatMap((component) => {
    const job = jobOf(component, environment);
    return component.name === 'kube-state-metrics' ? [ofCluster(job), ofItself(job)] : [job];
  });
}

/** Port of kube-state-metrics where it tells how its questions to the API server went. */
export const KUBE_STATE_METRICS_SELF = 8081;

function jobOf({ name, port, path, isNodeAgent }: ReadComponent, environment: Environment): ScrapeConfig {
  const { namespaces, observability } = environment;
  const namespace = (isNodeAgent ? observability?.nodeAgents : undefined) ?? namespaces.monitoring;
  return {
    job_name: name,
    metrics_path: path,
    ...OF_PROGRAM,
    kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespace] } }],
    relabel_configs: [
      STILL_RUNNING,
      keep(podLabel('app.kubernetes.io/name'), name),
      keep(POD.container, name),
      onPort(port),
      copy(POD.namespace, 'namespace'),
      copy(POD.name, 'pod'),
      ...(isNodeAgent ? [copy(POD.node, 'node'), copy(POD.node, 'instance')] : []),
    ],
    ...(port === MERGED.port && { metric_relabel_configs: UNUSED_OF_SIDECARS }),
  };
}

/** Its series are about other pods and namespaces, so their own labels count. */
function ofCluster(job: ScrapeConfig): ScrapeConfig {
  const own = ['namespace', 'pod'];
  const relabel_configs = job.relabel_configs.filter(({ target_label = '' }) => !own.includes(target_label));
  return { ...job, ...OF_KUBE_STATE_METRICS, honor_labels: true, relabel_configs };
}

function ofItself(job: ScrapeConfig): ScrapeConfig {
  const relabel_configs = [...job.relabel_configs, onPort(KUBE_STATE_METRICS_SELF), set('job', job.job_name)];
  return { ...job, job_name: `${job.job_name}-self`, relabel_configs };
}

import type { PolicyRule } from '../../../imports/kubernetes.ts';
import { prometheusConfigText, RULES_FOLDER } from '../../../monitoring/scrape/prometheus-config.ts';
import { readWhereTheyAre } from '../../../resources/own-metrics.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { ConfigFiles } from '../../component/component.ts';
import type { Watcher } from '../watcher.ts';
import { askers } from './askers.ts';
import { retentionSize } from './retention-size.ts';
import { scrapeTargets } from './scrape-targets.ts';

const PORT = 9090;
const DATA = '/prometheus';
const CONFIG = '/etc/prometheus/config';

/** Prometheus with the named parts of the rules, each replica with everything; their alerts are equal, so Alertmanager tells of each once. */
export function prometheus(
  environment: Environment,
  { prometheus: wanted }: Observability,
  ruleParts: readonly string[],
): Watcher {
  const config = {
    name: 'prometheus-config',
    mountPath: CONFIG,
    files: { 'prometheus.yaml': prometheusConfigText(environment, ruleParts) },
    restarts: false,
  };
  return {
    name: 'prometheus',
    program: 'prometheus',
    purpose: 'metrics',
    kind: 'StatefulSet',
    isPaging: true,
    replicas: wanted.replicas,
    args: argsOf(environment, wanted),
    ports: [{ name: 'http', number: PORT }],
    resources: wanted.resources,
    ...PROBES,
    config: [config, ...ruleParts.map(rulesOf)],
    volume: { size: wanted.storage, storageClass: wanted.storageClass, mountPath: DATA },
    // Writing out what is in memory takes a while, and saves reading the log of writes at the next start.
    graceSeconds: 300,
    reads: readWhereTheyAre(environment.observability).map(({ resource }) => resource),
    clusterRights: RIGHTS,
    metrics: { port: PORT, path: '/metrics' },
    ingress: askers(environment).map((peer) => ({ from: [peer], ports: [{ protocol: 'TCP', port: PORT }] })),
    egress: scrapeTargets(environment),
  };
}

/** Name of the ConfigMap of one part of the rules. */
export function rulesConfigMap(part: string): string {
  return `prometheus-rules-${part}`;
}

/** Prometheus looks for changes by itself. */
function rulesOf(part: string): ConfigFiles {
  return { name: rulesConfigMap(part), mountPath: `${RULES_FOLDER}/${part}`, files: {}, restarts: false };
}

/** Flags of https://prometheus.io/docs/prometheus/3.14/command-line/prometheus/ */
function argsOf(
  { namespaces }: Environment,
  { retentionDays, storage }: Observability['prometheus'],
): readonly string[] {
  return [
    `--config.file=${CONFIG}/prometheus.yaml`,
    // Nobody may reload it from outside; it looks every half minute, at the rules as well.
    '--config.auto-reload',
    '--config.auto-reload-interval=30s',
    `--storage.tsdb.path=${DATA}`,
    `--storage.tsdb.retention.time=${retentionDays}d`,
    `--storage.tsdb.retention.size=${retentionSize(storage)}`,
    '--enable-feature=exemplar-storage',
    `--web.listen-address=:${PORT}`,
    `--web.external-url=http://prometheus.${namespaces.monitoring}.svc:${PORT}`,
  ];
}

/** Reading the log of writes again after a crash may take minutes: `/-/ready` says no until it is done. */
const PROBES: Pick<Watcher, 'livenessProbe' | 'readinessProbe' | 'startupProbe'> = {
  startupProbe: {
    httpGet: { path: '/-/ready', port: 'http', scheme: 'HTTP' },
    periodSeconds: 15,
    timeoutSeconds: 3,
    failureThreshold: 60,
  },
  livenessProbe: {
    httpGet: { path: '/-/healthy', port: 'http', scheme: 'HTTP' },
    periodSeconds: 10,
    timeoutSeconds: 5,
    failureThreshold: 6,
  },
  readinessProbe: {
    httpGet: { path: '/-/ready', port: 'http', scheme: 'HTTP' },
    periodSeconds: 5,
    timeoutSeconds: 3,
    failureThreshold: 3,
  },
};

/** To find targets, and to read kubelets and the API server. `nodes/metrics` and no more of the kubelets. */
const RIGHTS: readonly PolicyRule[] = [
  { apiGroups: [''], resources: ['nodes', 'pods', 'services'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
  { nonResourceURLs: ['/metrics'], verbs: ['get'] },
];

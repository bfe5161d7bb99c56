import type { Construct } from 'constructs';
import { PodMonitor, ScrapeConfig } from '../../../imports/prometheus-operator.ts';
import type { Limits } from '../../../monitoring/forms/limits.ts';
import type { ScrapeConfig as Job } from '../../../monitoring/forms/scrape-config.ts';
import { scrapeConfigs } from '../../../monitoring/scrape/scrape-configs.ts';
import { authorityFile } from '../../../src/model/authority-file.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { OperatorMetadata } from './metadata.ts';
import { discoveredRelabelings, relabeling, relabelings } from './relabelings.ts';

/** What a cluster with the operator reads already: the Prometheus stack that came with it. */
const OF_THE_CLUSTER = new Set([
  'alertmanager',
  'apiserver',
  'coredns',
  'kube-state-metrics',
  'kube-state-metrics-self',
  'kubelet',
  'kubelet-cadvisor',
  'node-exporter',
  'prometheus',
]);

/** Has a Probe instead. */
const UPTIME = 'uptime';

/** Everything else that Prometheus is to read: pods by PodMonitors, the rest by ScrapeConfigs. */
export function addMonitors(scope: Construct, environment: Environment, metadata: OperatorMetadata): void {
  for (const job of scrapeConfigs(environment)) {
    if (OF_THE_CLUSTER.has(job.job_name) || job.job_name === UPTIME) continue;
    if (job.kubernetes_sd_configs) addPodMonitor(scope, job, metadata);
    else addScrapeConfig(scope, job, environment, metadata);
  }
}

function addPodMonitor(scope: Construct, job: Job, metadata: OperatorMetadata): void {
  new PodMonitor(scope, {
    metadata: metadata(job.job_name),
    spec: {
      namespaceSelector: {
        matchNames: job.kubernetes_sd_configs?.flatMap(({ namespaces }) => namespaces?.names ?? []),
      },
      // The steps of relabelling choose among the pods, as they do in mode standalone.
      selector: {},
      ...limits(job),
      podMetricsEndpoints: [
        {
          path: job.metrics_path ?? '/metrics',
          interval: job.scrape_interval ?? INTERVAL,
          scrapeTimeout: job.scrape_timeout ?? TIMEOUT,
          relabelings: discoveredRelabelings(job.job_name, job.relabel_configs),
          ...shared(job),
        },
      ],
    },
  });
}

function addScrapeConfig(
  scope: Construct,
  job: Job,
  environment: Environment,
  metadata: OperatorMetadata,
): void {
  new ScrapeConfig(scope, {
    metadata: metadata(job.job_name),
    spec: {
      staticConfigs: job.static_configs,
      dnsSDConfigs: job.dns_sd_configs?.map(({ names, type, port, refresh_interval }) => ({
        names,
        type,
        port,
        refreshInterval: refresh_interval,
      })),
      httpSDConfigs: job.http_sd_configs?.map(({ url, refresh_interval }) => ({
        url,
        refreshInterval: refresh_interval,
      })),
      ...tlsOf(job, environment),
      metricsPath: job.metrics_path ?? '/metrics',
      scrapeInterval: job.scrape_interval ?? INTERVAL,
      scrapeTimeout: job.scrape_timeout ?? TIMEOUT,
      ...limits(job),
      relabelings: relabelings(job.job_name, job.relabel_configs),
      ...shared(job),
    },
  });
}

/** The operator mounts no files: certificates come from the ConfigMap of their authority, which is in this namespace too. */
function tlsOf({ scheme, tls_config }: Job, { resources }: Environment) {
  if (!scheme || !tls_config) return undefined;
  const { ca_file, server_name, insecure_skip_verify } = tls_config;
  const authorities = resources.flatMap(({ trust }) => trust.authority ?? []);
  const authority = authorities.find((one) => authorityFile(one) === ca_file);
  return {
    scheme: 'HTTPS',
    tlsConfig: {
      ca: authority && { configMap: { name: authority.configMap, key: authority.key } },
      serverName: server_name,
      insecureSkipVerify: insecure_skip_verify,
    },
  } as const;
}

/** As the configuration of Prometheus has them for all jobs. */
const INTERVAL = '30s';
const TIMEOUT = '10s';

/** Bounds of what one target may send. */
export function limits({ sample_limit, label_limit, label_value_length_limit }: Limits) {
  return {
    sampleLimit: sample_limit,
    labelLimit: label_limit,
    labelValueLengthLimit: label_value_length_limit,
  };
}

function shared(job: Job) {
  return {
    params: job.params,
    honorLabels: job.honor_labels,
    honorTimestamps: job.honor_timestamps,
    metricRelabelings: job.metric_relabel_configs?.map(relabeling),
  };
}

import { OF_API_SERVER, OF_KUBELET } from '../forms/limits.ts';
import { copy, drop, keep, set } from '../forms/relabel.ts';
import type { Relabel, ScrapeConfig } from '../forms/scrape-config.ts';

const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * With the token of Prometheus' own account, and only to somebody whose certificate the cluster has signed. Kubelets of
 * EKS have such certificates for the addresses they are asked at, as metrics-server relies on too.
 */
const AS_ACCOUNT = {
  scheme: 'https',
  authorization: { credentials_file: `${ACCOUNT}/token` },
  tls_config: { ca_file: `${ACCOUNT}/ca.crt` },
} as const;

/** What the certificate of every API server is for; their addresses are not in it everywhere. */
const API_SERVER = 'kubernetes.default.svc';

/** Every API server by itself: through its Service each scrape would meet another, and counters would jump. */
export function apiServerJob(): ScrapeConfig {
  return {
    job_name: 'apiserver',
    ...AS_ACCOUNT,
    tls_config: { ...AS_ACCOUNT.tls_config, server_name: API_SERVER },
    ...OF_API_SERVER,
    kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: ['default'] } }],
    relabel_configs: [
      keep('__meta_kubernetes_service_name', 'kubernetes'),
      keep('__meta_kubernetes_endpointslice_port_name', 'https'),
    ],
    metric_relabel_configs: [UNUSED_OF_API_SERVER],
  };
}

/** The kubelet of every node, about itself. */
export function kubeletJob(): ScrapeConfig {
  return { ...fromKubelets('kubelet', '/metrics'), metric_relabel_configs: [UNUSED_OF_KUBELET] };
}

/** The kubelet of every node, about the containers there. What runs in a node itself has `id="/"`. */
export function cadvisorJob(): ScrapeConfig {
  return {
    ...fromKubelets('kubelet-cadvisor', '/metrics/cadvisor'),
    // Its timestamps are old by up to half a minute, and series with their own never go stale.
    honor_timestamps: false,
    metric_relabel_configs: UNUSED_OF_CADVISOR,
  };
}

/** kubelets answer at port 10250 to whoever may get `nodes/metrics`; no way through the API server and its proxy. */
function fromKubelets(name: string, path: string): ScrapeConfig {
  return {
    job_name: name,
    metrics_path: path,
    ...AS_ACCOUNT,
    honor_labels: true,
    ...OF_KUBELET,
    kubernetes_sd_configs: [{ role: 'node' }],
    relabel_configs: [
      set('job', 'kubelet'),
      copy('__metrics_path__', 'metrics_path'),
      copy('__meta_kubernetes_node_name', 'node'),
      copy('__meta_kubernetes_node_name', 'instance'),
    ],
  };
}

// Histograms of the inside of the API server; how long requests took is in apiserver_request_sli_duration_seconds.
const UNUSED_OF_API_SERVER = drop(
  '__name__',
  [
    'apiserver_(admission|audit|authentication|authorization|cel|crd|delegated|encryption|envelope|flowcontrol|storage|watch)_.*_bucket',
    'apiserver_(request_body_size|request|response)_(bytes|duration_seconds|sizes)_bucket',
    '(aggregator|apiextensions|etcd|field_validation|kube_apiserver|rest_client|workqueue)_.*_bucket',
    'scheduler_.*|serviceaccount_.*',
  ].join('|'),
);

const UNUSED_OF_KUBELET = drop(
  '__name__',
  [
    '(apiserver|authentication|authorization|cgroup_manager|csi|prober|rest_client|storage|volume|workqueue)_.*_bucket',
    'kubelet_(cgroup|container|device|http|image|run|runtime|topology)_.*_bucket',
    'apiserver_audit_.*|go_gc_.*|kubernetes_feature_enabled',
  ].join('|'),
);

const UNUSED_OF_CADVISOR: readonly Relabel[] = [
  drop(
    '__name__',
    'container_(blkio_device_usage|cpu_load_average_10s|cpu_load_d_average_10s|file_descriptors|last_seen|memory_failures|memory_mapped_file|memory_max_usage|memory_numa|network_(advance_)?(tcp|tcp6|udp|udp6)|perf|sockets|spec|start_time|tasks_state|ulimits).*',
  ),
  // Groups of the node's own services, other than the node as a whole: nothing asks for them.
  {
    source_labels: ['__name__', 'pod', 'id'],
    separator: ';',
    regex: 'container_.*;;/.+',
    action: 'drop',
  },
];

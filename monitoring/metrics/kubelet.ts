import type { Exporter } from '../forms/exporter.ts';

/** The kubelet of each node about itself and its volumes. */
export const kubelet: Exporter = {
  job: 'kubelet',
  source: 'https://kubernetes.io/docs/reference/instrumentation/metrics/, 1.33',
  metrics: {
    kubelet_volume_stats_available_bytes: 'gauge',
    kubelet_volume_stats_capacity_bytes: 'gauge',
    kubelet_volume_stats_inodes: 'gauge',
    kubelet_volume_stats_inodes_free: 'gauge',
    kubelet_volume_stats_inodes_used: 'gauge',
    kubelet_volume_stats_used_bytes: 'gauge',
    kubernetes_build_info: 'gauge',
    rest_client_requests_total: 'counter',
  },
};

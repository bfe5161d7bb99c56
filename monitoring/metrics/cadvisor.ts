import type { Exporter } from '../forms/exporter.ts';

/** Containers, as the kubelet counts them. */
export const cadvisor: Exporter = {
  job: 'kubelet',
  source: 'https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md, as in kubelet 1.33',
  metrics: {
    container_cpu_cfs_periods_total: 'counter',
    container_cpu_cfs_throttled_periods_total: 'counter',
    container_cpu_usage_seconds_total: 'counter',
    container_fs_usage_bytes: 'gauge',
    container_memory_working_set_bytes: 'gauge',
    container_network_receive_bytes_total: 'counter',
    container_network_transmit_bytes_total: 'counter',
  },
};

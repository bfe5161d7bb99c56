import type { Exporter } from '../forms/exporter.ts';

/** Nodes. */
export const nodeExporter: Exporter = {
  job: 'node-exporter',
  source: 'https://github.com/prometheus/node_exporter, 1.12',
  metrics: {
    node_cpu_seconds_total: 'counter',
    node_disk_io_time_seconds_total: 'counter',
    node_disk_io_time_weighted_seconds_total: 'counter',
    node_filefd_allocated: 'gauge',
    node_filefd_maximum: 'gauge',
    node_filesystem_avail_bytes: 'gauge',
    node_filesystem_files: 'gauge',
    node_filesystem_files_free: 'gauge',
    node_filesystem_readonly: 'gauge',
    node_filesystem_size_bytes: 'gauge',
    node_load1: 'gauge',
    node_load5: 'gauge',
    node_memory_MemAvailable_bytes: 'gauge',
    node_memory_MemTotal_bytes: 'gauge',
    node_timex_maxerror_seconds: 'gauge',
    node_timex_offset_seconds: 'gauge',
    node_timex_sync_status: 'gauge',
    node_vmstat_pgmajfault: 'counter',
  },
};

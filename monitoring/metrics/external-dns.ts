import type { Exporter } from '../forms/exporter.ts';

/** external-dns: records of public hosts. */
export const externalDns: Exporter = {
  job: 'external-dns',
  source: 'https://github.com/kubernetes-sigs/external-dns/blob/v0.21.0/docs/monitoring/metrics.md',
  metrics: {
    external_dns_controller_last_sync_timestamp_seconds: 'gauge',
    external_dns_registry_errors_total: 'counter',
    external_dns_source_errors_total: 'counter',
  },
};

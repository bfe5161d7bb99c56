import type { Exporter } from '../forms/exporter.ts';

/** What probes of public hosts find. */
export const blackboxExporter: Exporter = {
  job: 'uptime',
  source: 'https://github.com/prometheus/blackbox_exporter, 0.28',
  metrics: {
    probe_duration_seconds: 'gauge',
    probe_http_duration_seconds: 'gauge',
    probe_http_status_code: 'gauge',
    probe_ssl_earliest_cert_expiry: 'gauge',
    probe_success: 'gauge',
  },
};

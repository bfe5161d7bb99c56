import type { Exporter } from '../forms/exporter.ts';

/** Grafana about itself. */
export const grafana: Exporter = {
  job: 'grafana',
  source: 'https://github.com/grafana/grafana/tree/v13.1.3/grafana-mixin',
  metrics: {
    grafana_http_request_duration_seconds: 'histogram',
  },
};

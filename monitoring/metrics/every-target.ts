import type { Exporter } from '../forms/exporter.ts';

/** What Prometheus itself says of every target, and of alerts; no exporter sends it. */
export const everyTarget: Exporter = {
  job: '',
  source: 'https://prometheus.io/docs/concepts/jobs_instances/ (3.14)',
  metrics: {
    ALERTS: 'gauge',
    scrape_duration_seconds: 'gauge',
    scrape_samples_scraped: 'gauge',
    up: 'gauge',
  },
};

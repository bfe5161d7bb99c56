import type { Exporter } from '../forms/exporter.ts';

/** Prometheus about itself. */
export const prometheus: Exporter = {
  job: 'prometheus',
  source: 'https://prometheus.io/docs/prometheus/latest/, 3.14',
  metrics: {
    prometheus_config_last_reload_successful: 'gauge',
    prometheus_notifications_alertmanagers_discovered: 'gauge',
    prometheus_notifications_errors_total: 'counter',
    prometheus_notifications_queue_length: 'gauge',
    prometheus_notifications_sent_total: 'counter',
    prometheus_rule_evaluation_failures_total: 'counter',
    prometheus_rule_group_iterations_missed_total: 'counter',
    prometheus_rule_group_last_duration_seconds: 'gauge',
    prometheus_rule_group_rules: 'gauge',
    prometheus_target_scrapes_exceeded_sample_limit_total: 'counter',
    prometheus_target_sync_failed_total: 'counter',
    prometheus_tsdb_compactions_failed_total: 'counter',
    prometheus_tsdb_head_samples_appended_total: 'counter',
    prometheus_tsdb_head_series: 'gauge',
    prometheus_tsdb_reloads_failures_total: 'counter',
    prometheus_tsdb_storage_blocks_bytes: 'gauge',
  },
};

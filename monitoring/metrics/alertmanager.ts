import type { Exporter } from '../forms/exporter.ts';

/** Alertmanager about itself. */
export const alertmanager: Exporter = {
  job: 'alertmanager',
  source: 'https://github.com/prometheus/alertmanager, 0.34',
  metrics: {
    alertmanager_alerts: 'gauge',
    alertmanager_cluster_members: 'gauge',
    alertmanager_config_hash: 'gauge',
    alertmanager_config_last_reload_successful: 'gauge',
    alertmanager_notifications_failed_total: 'counter',
    alertmanager_notifications_total: 'counter',
  },
};

import type { Exporter } from '../../monitoring/forms/exporter.ts';
import { type Selector, selector } from '../../monitoring/forms/selector.ts';

/** PostgreSQL. */
export const metrics: Exporter = {
  job: 'postgres-exporter',
  source: 'https://github.com/prometheus-community/postgres_exporter, 0.20',
  metrics: {
    pg_database_size_bytes: 'gauge',
    pg_replication_is_replica: 'gauge',
    pg_replication_lag_seconds: 'gauge',
    pg_settings_max_connections: 'gauge',
    pg_stat_activity_count: 'gauge',
    pg_stat_activity_max_tx_duration: 'gauge',
    pg_stat_database_blks_hit: 'counter',
    pg_stat_database_blks_read: 'counter',
    pg_stat_database_deadlocks: 'counter',
    pg_stat_database_xact_commit: 'counter',
    pg_stat_database_xact_rollback: 'counter',
    pg_up: 'gauge',
  },
};

/** What its exporter says; the label `resource` tells of which one. */
export const postgres: Selector = selector(metrics.job);

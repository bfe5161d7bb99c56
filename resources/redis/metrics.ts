import type { Exporter } from '../../monitoring/forms/exporter.ts';
import { type Selector, selector } from '../../monitoring/forms/selector.ts';

/** Redis. */
export const metrics: Exporter = {
  job: 'redis-exporter',
  source: 'https://github.com/oliver006/redis_exporter, 1.89',
  metrics: {
    redis_commands_processed_total: 'counter',
    redis_connected_clients: 'gauge',
    redis_evicted_keys_total: 'counter',
    redis_instance_info: 'gauge',
    redis_keyspace_hits_total: 'counter',
    redis_keyspace_misses_total: 'counter',
    redis_master_link_up: 'gauge',
    redis_memory_max_bytes: 'gauge',
    redis_memory_used_bytes: 'gauge',
    redis_rejected_connections_total: 'counter',
    redis_up: 'gauge',
  },
};

/** What its exporter says; the label `resource` tells of which one. */
export const redis: Selector = selector(metrics.job);

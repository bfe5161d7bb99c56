import type { Exporter } from '../../monitoring/forms/exporter.ts';
import { type Selector, selector } from '../../monitoring/forms/selector.ts';

/** RabbitMQ's own, summed over its queues and channels. */
export const metrics: Exporter = {
  job: 'rabbitmq',
  source:
    'https://github.com/rabbitmq/rabbitmq-server/tree/v4.2.0/deps/rabbitmq_prometheus/src/collectors, 4.2',
  metrics: {
    rabbitmq_alarms_free_disk_space_watermark: 'untyped',
    rabbitmq_alarms_memory_used_watermark: 'untyped',
    rabbitmq_connections: 'gauge',
    rabbitmq_consumers: 'gauge',
    rabbitmq_disk_space_available_bytes: 'gauge',
    rabbitmq_disk_space_available_limit_bytes: 'gauge',
    rabbitmq_global_messages_delivered_total: 'counter',
    rabbitmq_global_messages_received_total: 'counter',
    rabbitmq_global_messages_unroutable_dropped_total: 'counter',
    rabbitmq_process_resident_memory_bytes: 'gauge',
    rabbitmq_queue_messages_ready: 'gauge',
    rabbitmq_queue_messages_unacked: 'gauge',
    rabbitmq_resident_memory_limit_bytes: 'gauge',
    rabbitmq_unreachable_cluster_peers_count: 'gauge',
  },
};

/** What its nodes say; the label `resource` tells of which broker, `instance` of which node. */
export const rabbitmq: Selector = selector(metrics.job);

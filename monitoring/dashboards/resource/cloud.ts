import type { CloudResource } from '../../../src/model/watched.ts';
import type { Panel } from '../panels/panel.ts';
import type { Section } from '../panels/place.ts';
import { cloudPanel } from './own.ts';

type Type = CloudResource['type'];

/** What CloudWatch says of a type of resource; nothing for buckets, whose only number changes once a day. */
export function cloudSection(type: Type): Section {
  return { title: 'CloudWatch', panels: PANELS[type] };
}

const QUEUE: readonly Panel[] = [
  cloudPanel('Waiting', 'Messages that nobody has taken yet.', 'short', 'max', {
    aws_sqs_approximate_number_of_messages_visible_maximum: 'waiting',
  }),
  cloudPanel('Age of the oldest', 'How long the oldest message has waited.', 's', 'max', {
    aws_sqs_approximate_age_of_oldest_message_maximum: 'oldest',
  }),
  cloudPanel(
    'In and out',
    'Messages within five minutes that were sent, and that were done with.',
    'short',
    'sum',
    {
      aws_sqs_number_of_messages_sent_sum: 'sent',
      aws_sqs_number_of_messages_deleted_sum: 'done',
    },
  ),
];

const TOPIC: readonly Panel[] = [
  cloudPanel(
    'Published',
    'Messages within five minutes.',
    'short',
    'sum',
    { aws_sns_number_of_messages_published_sum: 'published' },
    { width: 12 },
  ),
  cloudPanel(
    'Not delivered',
    'Deliveries within five minutes that were given up.',
    'short',
    'sum',
    { aws_sns_number_of_notifications_failed_sum: 'failed' },
    { width: 12 },
  ),
];

function database(prefix: 'aws_rds' | 'aws_docdb', more: readonly Panel[]): readonly Panel[] {
  return [
    cloudPanel('CPU', 'Share of the CPU in use.', 'percent', 'max', {
      [`${prefix}_cpuutilization_average`]: 'CPU',
    }),
    cloudPanel('Free memory', 'Memory that is free. With none, it swaps.', 'bytes', 'min', {
      [`${prefix}_freeable_memory_minimum`]: 'free',
    }),
    cloudPanel('Connections to AWS', 'Connections that are open, as AWS counts them.', 'short', 'max', {
      [`${prefix}_database_connections_maximum`]: 'connections',
    }),
    ...more,
  ];
}

const RELATIONAL = database('aws_rds', [
  cloudPanel(
    'Free storage',
    'Bytes that are free; volumes of Aurora grow by themselves.',
    'bytes',
    'min',
    { aws_rds_free_storage_space_minimum: 'free' },
    { width: 12 },
  ),
  cloudPanel(
    'Lag of replicas',
    'How far replicas are behind, in seconds; those of Aurora in milliseconds.',
    'short',
    'max',
    { aws_rds_replica_lag_maximum: 's', aws_rds_aurora_replica_lag_maximum_maximum: 'ms' },
    { width: 12 },
  ),
]);

const SEARCH: readonly Panel[] = [
  cloudPanel('CPU', 'Share of the CPU in use.', 'percent', 'max', { aws_es_cpuutilization_average: 'CPU' }),
  cloudPanel('Free storage', 'Megabytes that are free on the fullest node.', 'decmbytes', 'min', {
    aws_es_free_storage_space_minimum: 'free',
  }),
  cloudPanel(
    'Memory pressure',
    'Share of the heap in use, percent.',
    'percent',
    'max',
    { aws_es_jvmmemory_pressure_maximum: 'heap' },
    { bound: 85 },
  ),
];

const CACHE: readonly Panel[] = [
  cloudPanel('CPU of the engine', 'Share of the one core that Redis works with.', 'percent', 'max', {
    aws_elasticache_engine_cpuutilization_average: 'CPU',
  }),
  cloudPanel('Memory in use', 'Share of the memory, of the fullest node.', 'percent', 'max', {
    aws_elasticache_database_memory_usage_percentage_maximum: 'memory',
  }),
  cloudPanel('Lag of replicas', 'Seconds that replicas are behind.', 's', 'max', {
    aws_elasticache_replication_lag_maximum: 'lag',
  }),
];

const PANELS: Readonly<Record<Type, readonly Panel[]>> = {
  bucket: [],
  mongodb: database('aws_docdb', []),
  mysql: RELATIONAL,
  opensearch: SEARCH,
  postgres: RELATIONAL,
  queue: QUEUE,
  redis: CACHE,
  topic: TOPIC,
};

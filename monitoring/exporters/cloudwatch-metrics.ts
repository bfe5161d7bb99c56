import type { CloudResource } from '../../src/model/watched.ts';

/** A metric of CloudWatch and how its values of a period become one. */
export type CloudMetric = readonly [name: string, statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum'];

/** Metrics that CloudWatch keeps for everything with one dimension. */
export interface CloudMetrics {
  readonly namespace: string;
  /** Its value is what AWS calls the resource. */
  readonly dimension: string;
  readonly metrics: readonly CloudMetric[];
}

const DATABASE: readonly CloudMetric[] = [
  ['CPUUtilization', 'Average'],
  ['DatabaseConnections', 'Maximum'],
  ['FreeableMemory', 'Minimum'],
];

const RELATIONAL: readonly CloudMetrics[] = [
  {
    namespace: 'AWS/RDS',
    dimension: 'DBInstanceIdentifier',
    metrics: [...DATABASE, ['FreeStorageSpace', 'Minimum'], ['ReplicaLag', 'Maximum']],
  },
  // Aurora: its storage grows by itself.
  {
    namespace: 'AWS/RDS',
    dimension: 'DBClusterIdentifier',
    metrics: [...DATABASE, ['AuroraReplicaLagMaximum', 'Maximum'], ['VolumeBytesUsed', 'Average']],
  },
];

/**
 * What is asked for of each type, as every metric costs money: https://aws.amazon.com/cloudwatch/pricing/. Caches are
 * not here, as their nodes are found by asking; of buckets CloudWatch only knows the size, once a day.
 */
export const METRICS_OF: Readonly<Record<CloudResource['type'], readonly CloudMetrics[]>> = {
  queue: [
    {
      namespace: 'AWS/SQS',
      dimension: 'QueueName',
      metrics: [
        ['ApproximateAgeOfOldestMessage', 'Maximum'],
        ['ApproximateNumberOfMessagesVisible', 'Maximum'],
        ['NumberOfMessagesDeleted', 'Sum'],
        ['NumberOfMessagesSent', 'Sum'],
      ],
    },
  ],
  topic: [
    {
      namespace: 'AWS/SNS',
      dimension: 'TopicName',
      metrics: [
        ['NumberOfMessagesPublished', 'Sum'],
        ['NumberOfNotificationsFailed', 'Sum'],
      ],
    },
  ],
  postgres: RELATIONAL,
  mysql: RELATIONAL,
  mongodb: [
    {
      namespace: 'AWS/DocDB',
      dimension: 'DBClusterIdentifier',
      metrics: [...DATABASE, ['DBClusterReplicaLagMaximum', 'Maximum'], ['VolumeBytesUsed', 'Average']],
    },
  ],
  opensearch: [
    {
      namespace: 'AWS/ES',
      dimension: 'DomainName',
      metrics: [
        ['CPUUtilization', 'Average'],
        ['ClusterStatus.red', 'Maximum'],
        ['ClusterStatus.yellow', 'Maximum'],
        ['FreeStorageSpace', 'Minimum'],
        ['JVMMemoryPressure', 'Maximum'],
      ],
    },
  ],
  redis: [],
  bucket: [],
};

/** Of every node of a cache. */
export const OF_CACHE_NODES: readonly CloudMetric[] = [
  ['CurrConnections', 'Maximum'],
  ['DatabaseMemoryUsagePercentage', 'Maximum'],
  ['EngineCPUUtilization', 'Average'],
  ['Evictions', 'Sum'],
  ['ReplicationLag', 'Maximum'],
];

/** Of the load balancer before the mesh gateway. */
export const OF_LOAD_BALANCER: readonly CloudMetric[] = [
  ['HTTPCode_ELB_5XX_Count', 'Sum'],
  ['HTTPCode_Target_5XX_Count', 'Sum'],
  ['RejectedConnectionCount', 'Sum'],
  ['RequestCount', 'Sum'],
  ['TargetResponseTime', 'Average'],
];

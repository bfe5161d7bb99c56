import { cloudPanel } from '../../monitoring/forms/panels/of-resources.ts';
import { type CloudWatch, plain } from '../cloudwatch.ts';

/** ElastiCache, whose nodes are found by asking. */
export const cloudwatch: CloudWatch = {
  nameOf: cacheName,
  metrics: [],
  nodes: {
    namespace: 'AWS/ElastiCache',
    metrics: [
      ['CurrConnections', 'Maximum'],
      ['DatabaseMemoryUsagePercentage', 'Maximum'],
      ['EngineCPUUtilization', 'Average'],
      ['Evictions', 'Sum'],
      ['ReplicationLag', 'Maximum'],
    ],
    label: 'dimension_CacheClusterId',
    named: (cloudName) => `${cloudName}(-\\d+)*`,
    exported: 'aws_elasticache_.*',
  },
  listedBy: 'aws_elasticache_engine_cpuutilization_average',
  panels: [
    cloudPanel('CPU of the engine', 'Share of the one core that Redis works with.', 'percent', 'max', {
      aws_elasticache_engine_cpuutilization_average: 'CPU',
    }),
    cloudPanel('Memory in use', 'Share of the memory, of the fullest node.', 'percent', 'max', {
      aws_elasticache_database_memory_usage_percentage_maximum: 'memory',
    }),
    cloudPanel('Lag of replicas', 'Seconds that replicas are behind.', 's', 'max', {
      aws_elasticache_replication_lag_maximum: 'lag',
    }),
  ],
  database: { cpu: plain('aws_elasticache_engine_cpuutilization_average') },
};

/** With TLS, what the host is for stands before the name: `master.shop-cache.1a2b3c.use1.cache.amazonaws.com`. */
function cacheName({ host }: { readonly host: string }): string {
  const [first = '', second = ''] = host.split('.');
  return ROLES.has(first) ? second : first;
}

const ROLES = new Set(['master', 'replica', 'clustercfg']);

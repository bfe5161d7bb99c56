import type { Exporter } from '../forms/exporter.ts';

/** Numbers of AWS. */
export const cloudwatchExporter: Exporter = {
  job: 'cloudwatch-exporter',
  source:
    'https://github.com/prometheus-community/yet-another-cloudwatch-exporter, 0.67: the names of CloudWatch in snake case',
  metrics: {
    aws_applicationelb_httpcode_elb_5_xx_count_sum: 'gauge',
    aws_applicationelb_httpcode_target_5_xx_count_sum: 'gauge',
    aws_applicationelb_request_count_sum: 'gauge',
    aws_docdb_cpuutilization_average: 'gauge',
    aws_docdb_database_connections_maximum: 'gauge',
    aws_docdb_dbcluster_replica_lag_maximum_maximum: 'gauge',
    aws_docdb_freeable_memory_minimum: 'gauge',
    aws_elasticache_database_memory_usage_percentage_maximum: 'gauge',
    aws_elasticache_engine_cpuutilization_average: 'gauge',
    aws_elasticache_replication_lag_maximum: 'gauge',
    aws_es_cpuutilization_average: 'gauge',
    aws_es_free_storage_space_minimum: 'gauge',
    aws_es_jvmmemory_pressure_maximum: 'gauge',
    aws_rds_aurora_replica_lag_maximum_maximum: 'gauge',
    aws_rds_cpuutilization_average: 'gauge',
    aws_rds_database_connections_maximum: 'gauge',
    aws_rds_free_storage_space_minimum: 'gauge',
    aws_rds_freeable_memory_minimum: 'gauge',
    aws_rds_replica_lag_maximum: 'gauge',
    aws_sns_number_of_messages_published_sum: 'gauge',
    aws_sns_number_of_notifications_failed_sum: 'gauge',
    aws_sqs_approximate_age_of_oldest_message_maximum: 'gauge',
    aws_sqs_approximate_number_of_messages_visible_maximum: 'gauge',
    aws_sqs_number_of_messages_deleted_sum: 'gauge',
    aws_sqs_number_of_messages_sent_sum: 'gauge',
  },
};

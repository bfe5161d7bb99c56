import { cloudPanel } from '../monitoring/forms/panels/of-resources.ts';
import { type CloudWatch, databasePanels, firstLabel, OF_DATABASE, plain } from './cloudwatch.ts';
import { NETWORKED } from './networked.ts';
import { ACCOUNT, HOST_AND_PORT, literal, template } from './outputs.ts';
import type { ResourceType, VerifyParameters } from './resource-type.ts';

/** A SQL database with a writer and, where there are any, read replicas. */
export function relational(
  scheme: string,
  port: number,
  verify: VerifyParameters,
): Omit<ResourceType, 'title' | 'one'> {
  const url = `${scheme}://{username}:{password}@{host}:{port}/{database}?{verify}`;
  return {
    ...NETWORKED,
    verify,
    endpoints: [
      { name: 'writer', port, protocol: 'TCP' },
      { name: 'reader', port, protocol: 'TCP' },
    ],
    optional: ['readerHost', ...NETWORKED.optional],
    accesses: { read: 'reader', 'read-write': 'writer' },
    needsDatabase: true,
    outputs: { ...HOST_AND_PORT, database: literal('{database}'), ...ACCOUNT, url: template(url) },
    cloudwatch: RDS,
  };
}

/** Instances of RDS, and clusters of Aurora, whose storage grows by itself: of either, the other has no values. */
const RDS: CloudWatch = {
  nameOf: firstLabel,
  metrics: [
    {
      namespace: 'AWS/RDS',
      dimension: 'DBInstanceIdentifier',
      metrics: [...OF_DATABASE, ['FreeStorageSpace', 'Minimum'], ['ReplicaLag', 'Maximum']],
    },
    {
      namespace: 'AWS/RDS',
      dimension: 'DBClusterIdentifier',
      metrics: [...OF_DATABASE, ['AuroraReplicaLagMaximum', 'Maximum'], ['VolumeBytesUsed', 'Average']],
    },
  ],
  listedBy: 'aws_rds_cpuutilization_average',
  panels: databasePanels('aws_rds', [
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
  ]),
  database: {
    cpu: plain('aws_rds_cpuutilization_average'),
    storage: plain('aws_rds_free_storage_space_minimum'),
    lag: plain('aws_rds_aurora_replica_lag_maximum_maximum'),
  },
};

import { type CloudWatch, databasePanels, firstLabel, OF_DATABASE, plain } from '../cloudwatch.ts';

/** DocumentDB. */
export const cloudwatch: CloudWatch = {
  nameOf: firstLabel,
  metrics: [
    {
      namespace: 'AWS/DocDB',
      dimension: 'DBClusterIdentifier',
      metrics: [...OF_DATABASE, ['DBClusterReplicaLagMaximum', 'Maximum'], ['VolumeBytesUsed', 'Average']],
    },
  ],
  listedBy: 'aws_docdb_cpuutilization_average',
  panels: databasePanels('aws_docdb'),
  database: {
    cpu: plain('aws_docdb_cpuutilization_average'),
    lag: plain('aws_docdb_dbcluster_replica_lag_maximum_maximum'),
  },
};

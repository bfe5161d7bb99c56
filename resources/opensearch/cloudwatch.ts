import { cloudPanel } from '../../monitoring/forms/panels/of-resources.ts';
import { type CloudWatch, firstLabel, plain } from '../cloudwatch.ts';

/** OpenSearch Service. */
export const cloudwatch: CloudWatch = {
  nameOf: domainName,
  metrics: [
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
  listedBy: 'aws_es_cpuutilization_average',
  panels: [
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
  ],
  database: {
    cpu: plain('aws_es_cpuutilization_average'),
    // Domains tell mebibytes.
    storage: { name: 'aws_es_free_storage_space_minimum', factor: 1_048_576 },
  },
};

/** The host wraps the name of the domain: `vpc-shop-logs-` and 26 characters. */
function domainName(said: { readonly host: string }): string {
  const first = firstLabel(said);
  return HOST.exec(first)?.[1] ?? first;
}

const HOST = /^(?:vpc|search)-(.+)-[a-z0-9]{26}$/;

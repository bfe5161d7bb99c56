import type { Exporter } from '../forms/exporter.ts';

/** Velero: backups by schedule. */
export const velero: Exporter = {
  job: 'velero',
  source: 'https://github.com/vmware-tanzu/velero/blob/v1.18.0/pkg/metrics/metrics.go',
  metrics: {
    velero_backup_failure_total: 'counter',
    velero_backup_last_successful_timestamp: 'gauge',
    velero_backup_partial_failure_total: 'counter',
    velero_backup_validation_failure_total: 'counter',
  },
};

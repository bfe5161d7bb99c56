import type { Exporter } from '../forms/exporter.ts';

/** cert-manager: certificates and whether they are good. */
export const certManager: Exporter = {
  job: 'cert-manager',
  source:
    'https://github.com/cert-manager/cert-manager/blob/v1.21.1/internal/collectors/certificate_collector.go',
  metrics: {
    certmanager_certificate_expiration_timestamp_seconds: 'gauge',
    certmanager_certificate_ready_status: 'gauge',
    certmanager_certificate_renewal_timestamp_seconds: 'gauge',
  },
};

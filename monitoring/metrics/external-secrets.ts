import type { Exporter } from '../forms/exporter.ts';

/** External Secrets: whether secrets arrive. */
export const externalSecrets: Exporter = {
  job: 'external-secrets',
  source: 'https://external-secrets.io/latest/api/metrics/, 2.9',
  metrics: {
    externalsecret_status_condition: 'gauge',
    secretstore_status_condition: 'gauge',
  },
};

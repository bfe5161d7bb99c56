import type { Exporter } from '../forms/exporter.ts';

/** Argo CD: the Applications it syncs. */
export const argoCd: Exporter = {
  job: 'argo-cd',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.0/controller/metrics/metrics.go',
  metrics: {
    argocd_app_info: 'gauge',
    argocd_app_sync_total: 'counter',
  },
};

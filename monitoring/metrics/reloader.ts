import type { Exporter } from '../forms/exporter.ts';

/** Reloader: restarts of what reads a secret that changed. */
export const reloader: Exporter = {
  job: 'reloader',
  source: 'https://github.com/stakater/Reloader/blob/master/internal/pkg/metrics/prometheus.go, 1.4',
  metrics: {
    reloader_reload_executed_total: 'counter',
  },
};

import type { Exporter } from '../forms/exporter.ts';

/** KEDA: what services are scaled by. */
export const keda: Exporter = {
  job: 'keda',
  source: 'https://github.com/kedacore/keda/blob/v2.20.2/pkg/metricscollector/prommetrics.go',
  metrics: {
    keda_scaled_object_errors_total: 'counter',
  },
};

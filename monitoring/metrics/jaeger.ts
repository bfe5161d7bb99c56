import type { Exporter } from '../forms/exporter.ts';

/** Jaeger, which is built on the collector and counts as that does, and its storage. */
export const jaeger: Exporter = {
  job: 'jaeger',
  source:
    'https://www.jaegertracing.io/docs/latest/monitoring/ and internal/storage of https://github.com/jaegertracing/jaeger/tree/v2.20.0',
  metrics: {
    jaeger_storage_bulk_index_errors_total: 'counter',
    jaeger_storage_requests_total: 'counter',
    otelcol_exporter_send_failed_spans_total: 'counter',
  },
};

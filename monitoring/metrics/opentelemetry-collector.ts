import type { Exporter } from '../forms/exporter.ts';

/** The collector of traces about itself. */
export const opentelemetryCollector: Exporter = {
  job: 'opentelemetry-collector',
  source: 'https://opentelemetry.io/docs/collector/internal-telemetry/, 0.159',
  metrics: {
    otelcol_exporter_enqueue_failed_spans_total: 'counter',
    otelcol_exporter_queue_capacity: 'gauge',
    otelcol_exporter_queue_size: 'gauge',
    otelcol_exporter_send_failed_spans_total: 'counter',
    otelcol_exporter_sent_spans_total: 'counter',
    otelcol_receiver_accepted_spans_total: 'counter',
    otelcol_receiver_refused_spans_total: 'counter',
  },
};

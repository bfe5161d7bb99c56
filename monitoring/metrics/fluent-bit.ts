import type { Exporter } from '../forms/exporter.ts';

/** The log agent of each node. */
export const fluentBit: Exporter = {
  job: 'fluent-bit',
  source: 'https://docs.fluentbit.io/manual/administration/monitoring, 5.1',
  metrics: {
    fluentbit_input_bytes_total: 'counter',
    fluentbit_output_dropped_records_total: 'counter',
    fluentbit_output_errors_total: 'counter',
    fluentbit_output_proc_records_total: 'counter',
    fluentbit_output_retries_failed_total: 'counter',
    fluentbit_output_retries_total: 'counter',
  },
};

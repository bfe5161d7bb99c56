import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { OBSERVABILITY } from '../../../forms/uid.ts';

const collector = selector('opentelemetry-collector');
const jaeger = selector('jaeger');

/** The way of traces from the services through the collector into Jaeger's storage. */
export function tracingAlerts(): readonly AlertRule[] {
  return [refusedSpans(), droppedSpans(), writesFailing(), readsFailing()];
}

const REFUSED = 'otelcol_receiver_refused_spans_total';
const NOT_SENT = 'otelcol_exporter_send_failed_spans_total';
const NOT_QUEUED = 'otelcol_exporter_enqueue_failed_spans_total';

function refusedSpans(): AlertRule {
  const example = collector(REFUSED, 'pod="opentelemetry-collector-1"', 'receiver="otlp"');
  return {
    alert: 'OpenTelemetryCollectorRefusedSpans',
    expr: `sum by (pod) (rate(${collector(REFUSED)}[5m])) > 0`,
    for: '10m',
    severity: 'warning',
    summary: 'The OpenTelemetry Collector refuses spans',
    description:
      '{{ $labels.pod }} has refused {{ $value | printf "%.1f" }} spans a second for 10 minutes: it is short of memory.',
    dashboard: OBSERVABILITY,
    runbook: TRACING,
    test: {
      fires: scenario('spans are refused', '20m', { [example]: '0+60x30' }),
      quiet: [
        scenario('none is', '20m', { [example]: '60x30' }),
        scenario('the collector starts again', '20m', { [example]: '60x12 0x20' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function droppedSpans(): AlertRule {
  const rate = (metric: string) => `sum by (pod, exporter) (rate(${collector(metric)}[5m])) > 0`;
  const example = (metric: string) =>
    collector(metric, 'pod="opentelemetry-collector-1"', 'exporter="otlp/jaeger"');
  return {
    alert: 'OpenTelemetryCollectorDroppedSpans',
    expr: `${rate(NOT_QUEUED)}\nor\n${rate(NOT_SENT)}`,
    for: '10m',
    severity: 'warning',
    summary: 'The OpenTelemetry Collector drops spans',
    description:
      '{{ $labels.pod }} has dropped {{ $value | printf "%.1f" }} spans a second on their way to {{ $labels.exporter }} for 10 minutes.',
    dashboard: OBSERVABILITY,
    runbook: TRACING,
    test: {
      fires: scenario('spans cannot be sent', '20m', { [example(NOT_SENT)]: '0+60x30' }),
      quiet: [
        scenario('all are sent', '20m', { [example(NOT_SENT)]: '0x30', [example(NOT_QUEUED)]: '0x30' }),
        scenario('the collector starts again', '20m', { [example(NOT_QUEUED)]: '60x12 0x20' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const BULK_ERRORS = 'jaeger_storage_bulk_index_errors_total';

function writesFailing(): AlertRule {
  const rate = (metric: string) => `sum by (pod) (rate(${jaeger(metric)}[5m])) > 0`;
  const example = (metric: string) => jaeger(metric, 'pod="jaeger-0"');
  return {
    alert: 'JaegerStorageWritesFailing',
    expr: `${rate(BULK_ERRORS)}\nor\n${rate(NOT_SENT)}`,
    for: '10m',
    severity: 'warning',
    summary: 'Jaeger cannot store traces',
    description:
      'Writes of {{ $labels.pod }} to its storage have failed for 10 minutes, {{ $value | printf "%.1f" }} a second.',
    dashboard: OBSERVABILITY,
    runbook: TRACING,
    test: {
      fires: scenario('the index refuses spans', '20m', { [example(BULK_ERRORS)]: '0+60x30' }),
      quiet: [
        scenario('all are stored', '20m', { [example(BULK_ERRORS)]: '0x30', [example(NOT_SENT)]: '0x30' }),
        scenario('Jaeger starts again', '20m', { [example(BULK_ERRORS)]: '60x12 0x20' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const READS = 'jaeger_storage_requests_total';

function readsFailing(): AlertRule {
  const rate = (...matchers: readonly string[]) => `sum by (pod) (rate(${jaeger(READS, ...matchers)}[5m]))`;
  const asked = (failed: string, fine: string) => ({
    [jaeger(READS, 'pod="jaeger-0"', 'operation="get_trace"', 'result="err"')]: failed,
    [jaeger(READS, 'pod="jaeger-0"', 'operation="get_trace"', 'result="ok"')]: fine,
  });
  return {
    alert: 'JaegerStorageReadsFailing',
    expr: `${rate('result="err"')} / ${rate()} > 0.1`,
    for: '10m',
    severity: 'warning',
    summary: 'Jaeger cannot read traces',
    description:
      '{{ $value | humanizePercentage }} of the searches of {{ $labels.pod }} in its storage fail.',
    dashboard: OBSERVABILITY,
    runbook: TRACING,
    test: {
      fires: scenario('half of the searches fail', '20m', asked('0+30x30', '0+30x30')),
      quiet: [
        scenario('none fails', '20m', asked('0x30', '0+60x30')),
        scenario('nobody searches', '20m', asked('0x30', '0x30')),
        scenario('Jaeger starts again', '20m', asked('9x12 0x20', '0+60x12 0+60x20')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const TRACING: Runbook = {
  impact: 'Traces are missing or incomplete. Requests are not touched.',
  diagnosis: [
    'Read the logs on the way: `kubectl -n <monitoring> logs -l app.kubernetes.io/name=opentelemetry-collector --tail=200`, then the same of `jaeger`.',
    'See whether the storage is full, slow or refuses the account of Jaeger.',
    'See whether a service sends many more spans than before.',
  ],
  queries: [
    {
      query: `sum by (receiver) (rate(${collector('otelcol_receiver_accepted_spans_total')}[5m]))`,
      tells: 'How many spans come in a second.',
    },
    {
      query: `${collector('otelcol_exporter_queue_size')} / ${collector('otelcol_exporter_queue_capacity')}`,
      tells: 'How full the queue to Jaeger is.',
    },
  ],
  mitigation: [
    'Mend the storage: room, account or way.',
    'Too many spans: keep a smaller share of them, or raise the memory of the collector.',
  ],
};

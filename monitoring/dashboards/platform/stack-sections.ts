import type { Section } from '../../forms/panels/place.ts';
import { NONE_IS_GOOD, stat } from '../../forms/panels/stat.ts';
import { type TimeSeries, timeSeries } from '../../forms/panels/time-series.ts';

/** What Prometheus reads, and what it does not get. */
export function targets(): Section {
  return {
    title: 'Targets',
    panels: [
      stat({
        title: 'Targets down',
        description: 'Programs that did not answer at the last attempt.',
        unit: 'short',
        height: 8,
        noValue: '0',
        steps: NONE_IS_GOOD,
        series: [['count(up == 0)', 'down']],
      }),
      graph('Targets by job', 'Programs that answer, by job.', 'short', 'sum by (job) (up)', '{{job}}', 10),
      graph(
        'Slowest scrapes',
        'Time that reading the ten slowest targets took. It is given up after ten seconds.',
        's',
        'topk(10, max by (job, instance) (scrape_duration_seconds))',
        '{{job}} {{instance}}',
        10,
      ),
    ],
  };
}

/** How much Prometheus has to do. */
export function metrics(): Section {
  const own = 'job="prometheus"';
  return {
    title: 'Prometheus',
    panels: [
      graph(
        'Series',
        'Series in memory. Each takes a few kilobytes.',
        'short',
        `prometheus_tsdb_head_series{${own}}`,
        '{{pod}}',
        6,
      ),
      graph(
        'Samples',
        'Samples a second that are stored.',
        'short',
        `sum by (pod) (rate(prometheus_tsdb_head_samples_appended_total{${own}}[$__rate_interval]))`,
        '{{pod}}',
        6,
      ),
      graph(
        'Storage',
        'Bytes of blocks on the volume. The oldest are deleted at the bound of size or time.',
        'bytes',
        `prometheus_tsdb_storage_blocks_bytes{${own}}`,
        '{{pod}}',
        6,
      ),
      graph(
        'Slowest rules',
        'Time that the ten slowest rule groups took. Above 30 s evaluations are missed.',
        's',
        `topk(10, max by (rule_group) (prometheus_rule_group_last_duration_seconds{${own}}))`,
        '{{rule_group}}',
        6,
      ),
    ],
  };
}

/** Whether alerts reach somebody. */
export function alerting(): Section {
  return {
    title: 'Alerting',
    panels: [
      graph(
        'Alerts',
        'Alerts that Alertmanager knows: active ones are sent, suppressed ones are silenced or inhibited.',
        'short',
        'max by (state) (alertmanager_alerts{job="alertmanager"})',
        '{{state}}',
      ),
      timeSeries({
        title: 'Messages',
        description: 'Messages within five minutes, by the way they go, and those that could not be sent.',
        unit: 'short',
        series: [
          [sent('alertmanager_notifications_total'), '{{integration}}'],
          [sent('alertmanager_notifications_failed_total'), '{{integration}} failed'],
        ],
      }),
      graph(
        'Rules that fail',
        'Evaluations within five minutes that ended in an error: their alerts cannot fire.',
        'short',
        'sum by (rule_group) (increase(prometheus_rule_evaluation_failures_total{job="prometheus"}[5m])) > 0',
        '{{rule_group}}',
      ),
    ],
  };
}

/** The way of the traces. */
export function traces(): Section {
  const collector = 'job="opentelemetry-collector"';
  const rate = (metric: string) => `sum(rate(${metric}{${collector}}[$__rate_interval]))`;
  return {
    title: 'Traces',
    panels: [
      timeSeries({
        title: 'Spans received',
        description: 'Spans a second that came from sidecars and services, and those that were refused.',
        unit: 'short',
        series: [
          [rate('otelcol_receiver_accepted_spans_total'), 'accepted'],
          [rate('otelcol_receiver_refused_spans_total'), 'refused'],
        ],
      }),
      timeSeries({
        title: 'Spans stored',
        description:
          'Spans a second that were chosen and sent to Jaeger, and those that were lost on the way.',
        unit: 'short',
        series: [
          [rate('otelcol_exporter_sent_spans_total'), 'sent'],
          [rate('otelcol_exporter_send_failed_spans_total'), 'lost'],
        ],
      }),
      graph(
        'Waiting for Jaeger',
        'Batches that wait to be sent. A queue that is full loses spans.',
        'short',
        `sum(otelcol_exporter_queue_size{${collector}})`,
        'waiting',
      ),
    ],
  };
}

/** The way of the logs. */
export function logs(): Section {
  const agents = 'job="fluent-bit"';
  const rate = (metric: string) => `sum(rate(${metric}{${agents}}[$__rate_interval]))`;
  return {
    title: 'Logs',
    panels: [
      graph(
        'Lines stored',
        'Lines a second that OpenSearch took.',
        'short',
        rate('fluentbit_output_proc_records_total'),
        'stored',
      ),
      timeSeries({
        title: 'Lines in trouble',
        description:
          'Retries and lost lines a second. Retries without end mean that OpenSearch refuses them.',
        unit: 'short',
        series: [
          [rate('fluentbit_output_retries_total'), 'retries'],
          [rate('fluentbit_output_dropped_records_total'), 'lost'],
        ],
      }),
      graph(
        'Agents',
        'Nodes whose agent answers, and nodes there are.',
        'short',
        `sum(up{${agents}})`,
        'agents',
      ),
    ],
  };
}

function sent(metric: string): string {
  return `sum by (integration) (increase(${metric}{job="alertmanager"}[5m])) > 0`;
}

function graph(
  title: string,
  description: string,
  unit: string,
  expr: string,
  legend: string,
  width = 8,
): ReturnType<typeof timeSeries> {
  const panel: TimeSeries = { title, description, unit, width, series: [[expr, legend]] };
  return timeSeries(panel);
}

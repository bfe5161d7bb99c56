/** Type of a metric, as its exporter tells it. A histogram stands for its `_bucket`, `_sum` and `_count`. */
export type MetricType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped';

/** Something that is scraped, and those of its metrics that rules and dashboards use. */
export interface Exporter {
  /** Value of the label `job`; empty for what every target has. */
  readonly job: string;
  /** Where its makers list its metrics, and the version that was looked at. */
  readonly source: string;
  /** By name, sorted. */
  readonly metrics: Readonly<Record<string, MetricType>>;
}

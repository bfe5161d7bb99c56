import { type Selector, selector } from './selector.ts';

/** What CloudWatch says of resources of AWS. Where there is no value, it is NaN, and no comparison holds. */
export const cloudwatch: Selector = selector('cloudwatch-exporter');

/** An hour and a half in which CloudWatch has no value, as promtool writes it. */
export const NO_VALUE = Array.from({ length: 90 }, () => 'NaN').join(' ');

/** A metric of CloudWatch and how its values of a period become one. */
export type CloudMetric = readonly [name: string, statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum'];

/** Metrics that CloudWatch keeps for everything with one dimension. */
export interface CloudMetrics {
  readonly namespace: string;
  /** Its value is what AWS calls the resource. */
  readonly dimension: string;
  readonly metrics: readonly CloudMetric[];
}

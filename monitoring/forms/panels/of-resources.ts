import type { Panel, Series } from './panel.ts';
import { stat } from './stat.ts';
import { type TimeSeries, timeSeries } from './time-series.ts';

/** Matches the resources that were picked at the head of the dashboard. */
export const OWN = 'resource=~"$resource"';

/** Whether each answers. */
export function upPanel(expr: string, legend: string): Panel {
  return stat({
    title: 'State',
    description: 'Whether it answers its exporter.',
    unit: 'short',
    height: 8,
    words: { 1: 'up', 0: 'down' },
    noValue: 'unknown',
    steps: [
      [null, 'red'],
      [1, 'green'],
    ],
    series: [[expr, legend]],
  });
}

/** What CloudWatch says, a value every five minutes, by resource. */
export function cloudPanel(
  title: string,
  description: string,
  unit: string,
  aggregation: 'max' | 'min' | 'sum',
  metrics: Readonly<Record<string, string>>,
  more: Pick<TimeSeries, 'bound' | 'width'> = {},
): Panel {
  const names = Object.entries(metrics);
  return timeSeries({
    title,
    description,
    unit,
    ...more,
    series: names.map(
      ([metric, words]): Series => [
        `${aggregation} by (resource) (${metric}{${OWN}})`,
        names.length > 1 ? `{{resource}} ${words}` : '{{resource}}',
      ],
    ),
  });
}

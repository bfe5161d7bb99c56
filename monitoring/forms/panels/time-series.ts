import type { Options } from '@grafana/grafana-foundation-sdk/timeseries';
import { PROMETHEUS } from '../data-sources.ts';
import { type Panel, type PanelText, type Series, thresholdsOf } from './panel.ts';
import type { Written } from './written.ts';

/** Curves over time, those with the highest last value first in the legend. */
export interface TimeSeries extends PanelText {
  readonly series: readonly Series[];
  readonly max?: number;
  /** Curves stand on one another, as they are parts of one whole. */
  readonly isStacked?: boolean;
  /** Below nothing there is something to see. */
  readonly isSigned?: boolean;
  /** A dashed line at the value from which, or below which, it gets bad. */
  readonly bound?: number;
}

/** A panel with curves; a third of a line, unless said otherwise. */
export function timeSeries({ series, max, isStacked, isSigned, bound, ...text }: TimeSeries): Panel {
  const { title, description, unit, width = 8, height = 8 } = text;
  return {
    type: 'timeseries',
    title,
    description,
    width,
    height,
    datasource: PROMETHEUS,
    queries: series.map(([expr, legendFormat]) => ({ expr, legendFormat })),
    options: OPTIONS,
    fieldConfig: {
      defaults: {
        unit,
        ...(!isSigned && { min: 0 }),
        ...(max !== undefined && { max }),
        custom: isStacked ? STACKED : bound === undefined ? LINES : WITH_BOUND,
        ...(bound !== undefined && {
          color: { mode: 'palette-classic' },
          thresholds: thresholdsOf([
            [null, 'transparent'],
            [bound, 'red'],
          ]),
        }),
      },
      overrides: [],
    },
  };
}

const OPTIONS: Written<Options> = {
  legend: { displayMode: 'table', placement: 'bottom', showLegend: true, calcs: ['lastNotNull', 'max'] },
  tooltip: { mode: 'multi', sort: 'desc' },
};

const LINES = { fillOpacity: 10, showPoints: 'never' };
const STACKED = { fillOpacity: 60, showPoints: 'never', lineWidth: 0, stacking: { mode: 'normal' } };
const WITH_BOUND = { ...LINES, thresholdsStyle: { mode: 'dashed' } };

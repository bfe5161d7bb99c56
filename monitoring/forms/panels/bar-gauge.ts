import type { Options } from '@grafana/grafana-foundation-sdk/bargauge';
import { PROMETHEUS } from '../data-sources.ts';
import { type Panel, type PanelText, type Series, type Steps, thresholdsOf } from './panel.ts';
import type { Written } from './written.ts';

/** Shares of a whole, one bar each. */
export interface BarGauge extends PanelText {
  readonly series: readonly Series[];
  readonly steps: Steps;
  readonly max: number;
}

/** A panel with bars from nothing to `max`; a third of a line, unless said otherwise. */
export function barGauge({ series, steps, max, ...text }: BarGauge): Panel {
  const { title, description, unit, width = 8, height = 8 } = text;
  return {
    type: 'bargauge',
    title,
    description,
    width,
    height,
    datasource: PROMETHEUS,
    queries: series.map(([expr, legendFormat]) => ({ expr, legendFormat, instant: true, range: false })),
    options: OPTIONS,
    fieldConfig: {
      defaults: { unit, min: 0, max, color: { mode: 'thresholds' }, thresholds: thresholdsOf(steps) },
      overrides: [],
    },
  };
}

const OPTIONS: Written<Options> = {
  displayMode: 'basic',
  valueMode: 'color',
  namePlacement: 'auto',
  showUnfilled: true,
  sizing: 'auto',
  minVizWidth: 8,
  minVizHeight: 16,
  maxVizHeight: 300,
  orientation: 'horizontal',
  legend: { displayMode: 'list', placement: 'bottom', showLegend: false, calcs: [] },
  reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
};

import type { Options } from '@grafana/grafana-foundation-sdk/stat';
import { PROMETHEUS } from '../data-sources.ts';
import { type Panel, type PanelText, type Series, type Steps, thresholdsOf } from './panel.ts';
import type { Written } from './written.ts';

/** Numbers of now, in large. */
export interface Stat extends PanelText {
  readonly series: readonly Series[];
  readonly steps?: Steps;
  readonly decimals?: number;
  /** What is shown where Prometheus has nothing to say. */
  readonly noValue?: string;
  /** Words for values: `{1: 'up', 0: 'down'}`. */
  readonly words?: Readonly<Record<string, string>>;
}

/** A panel with the last value of each series; a sixth of a line, unless said otherwise. */
export function stat({ series, steps = NEUTRAL, decimals, noValue, words, ...text }: Stat): Panel {
  const { title, description, unit, width = 4, height = 4 } = text;
  return {
    type: 'stat',
    title,
    description,
    width,
    height,
    datasource: PROMETHEUS,
    queries: series.map(([expr, legendFormat]) => ({ expr, legendFormat, instant: true, range: false })),
    options: series.length > 1 ? WITH_NAMES : OPTIONS,
    fieldConfig: {
      defaults: {
        unit,
        ...(decimals !== undefined && { decimals }),
        ...(noValue !== undefined && { noValue }),
        ...(words && { mappings: [mapping(words)] }),
        color: { mode: 'thresholds' },
        thresholds: thresholdsOf(steps),
      },
      overrides: [],
    },
  };
}

const NEUTRAL: Steps = [[null, 'blue']];

/** Red from one on: for counts of what should not be. */
export const NONE_IS_GOOD: Steps = [
  [null, 'green'],
  [1, 'red'],
];

function mapping(words: NonNullable<Stat['words']>) {
  const options = Object.entries(words).map(([value, text]) => [value, { text }] as const);
  return { type: 'value', options: Object.fromEntries(options) } as const;
}

const OPTIONS: Written<Options> = {
  graphMode: 'none',
  colorMode: 'background',
  justifyMode: 'auto',
  textMode: 'auto',
  wideLayout: true,
  showPercentChange: false,
  percentChangeColorMode: 'standard',
  orientation: 'auto',
  reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
};
const WITH_NAMES: Written<Options> = { ...OPTIONS, textMode: 'value_and_name' };

import type {
  Dashboard,
  FieldConfigSource,
  Panel as SdkPanel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus';
import type { Written } from './written.ts';

/** A dashboard as Grafana stores it. */
export type GrafanaDashboard = Omit<Written<Dashboard>, 'panels'> & {
  readonly panels: readonly PlacedPanel[];
};

/** A panel before it has a place, an id, and letters for its queries. */
export type Panel = Omit<Written<SdkPanel>, 'gridPos' | 'id' | 'targets' | 'fieldConfig'> & {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly queries: readonly Query[];
  readonly fieldConfig?: FieldConfiguration;
};

/** A panel as it is stored. */
export type PlacedPanel = Omit<Written<SdkPanel>, 'targets' | 'fieldConfig'> & {
  readonly targets?: readonly Query[];
  readonly fieldConfig?: FieldConfiguration;
};

/** How the values of a panel are shown, and what differs for single ones. */
export type FieldConfiguration = Written<FieldConfigSource>;

/** A question to Prometheus. */
export type Query = Written<Dataquery>;

/** What every panel is told. Sizes are in the cells of Grafana's grid, of which 24 make a line. */
export interface PanelText {
  readonly title: string;
  /** What the numbers mean, and what to look out for. */
  readonly description: string;
  /** As Grafana writes it: `reqps`, `percentunit`, `ms`, `bytes`, `short`. */
  readonly unit: string;
  readonly width?: number;
  readonly height?: number;
}

/** PromQL, and what its series are called in the legend: a text with `{{label}}`. */
export type Series = readonly [expr: string, legend: string];

/** Colours from a value on; the first holds from the beginning. */
export type Steps = readonly (readonly [from: number | null, color: string])[];

/** Colours of values that ascend from the first, as Grafana writes them. */
export function thresholdsOf(steps: Steps) {
  return { mode: 'absolute', steps: steps.map(([value, color]) => ({ value, color })) } as const;
}

import type { PlacedPanel } from '../../monitoring/forms/panels/panel.ts';
import type { LabelValues } from './label-values.ts';

/** Where something is drawn, in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Draws an example of what a panel shows, into the inside of its frame. */
export type Drawing = (panel: PlacedPanel, area: Area, values: LabelValues) => string;

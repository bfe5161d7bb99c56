import type { GrafanaDashboard, PlacedPanel } from '../../monitoring/forms/panels/panel.ts';
import type { Area } from './area.ts';
import { drawPanel } from './draw-panel.ts';
import type { LabelValues } from './label-values.ts';
import { box, COLORS, element, label } from './svg.ts';

/** A cell of Grafana's grid in pixels, flatter than in a browser so that a page fits into a document. */
const CELL = { width: 48, height: 21 } as const;
const GAP = 6;
const MARGIN = 16;
const HEAD = 62;

/** The page of a dashboard as an SVG: places, titles, units and legends are its own, curves and numbers are made up. */
export function drawDashboard(model: GrafanaDashboard, values: LabelValues): string {
  const { title = '', description = '', links = [], panels } = model;
  const width = 24 * CELL.width + 2 * MARGIN;
  const bottom = Math.max(...panels.map(({ gridPos }) => (gridPos?.y ?? 0) + (gridPos?.h ?? 0)));
  const height = HEAD + bottom * CELL.height + MARGIN;
  const buttons = links.map((link) => `${link.title} ↗`).join('    ');
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': 'Inter, Helvetica, Arial, sans-serif',
    },
    element('title', {}, `The dashboard ${title}`),
    box(0, 0, width, height, { fill: COLORS.page }),
    label(title, MARGIN, 28, width / 2, { 'font-size': 18, 'font-weight': 600 }),
    label(buttons, width - MARGIN, 28, width / 2, { 'text-anchor': 'end', fill: COLORS.link }),
    label(description, MARGIN, 47, width * 0.55, { fill: COLORS.dim }),
    label(NOTE, width - MARGIN, 47, width * 0.45, { fill: COLORS.orange, 'text-anchor': 'end' }),
    ...panels.map((panel) => `\n${drawPanel(panel, areaOf(panel), values)}`),
    '\n',
  );
}

const NOTE = 'Drawn from the dashboard’s JSON. Curves and numbers are examples.';

function areaOf({ gridPos = { h: 0, w: 0, x: 0, y: 0 } }: PlacedPanel): Area {
  return {
    x: MARGIN + gridPos.x * CELL.width + GAP / 2,
    y: HEAD + gridPos.y * CELL.height + GAP / 2,
    width: gridPos.w * CELL.width - GAP,
    height: gridPos.h * CELL.height - GAP,
  };
}

import type { PlacedPanel } from '../../monitoring/forms/panels/panel.ts';
import type { Area, Drawing } from './area.ts';
import { drawBars } from './draw-bars.ts';
import { drawCurves } from './draw-curves.ts';
import { drawNumbers } from './draw-numbers.ts';
import { drawTable } from './draw-table.ts';
import type { LabelValues } from './label-values.ts';
import { box, COLORS, element, label } from './svg.ts';

/** A panel: its frame and title, and an example of what it shows. */
export function drawPanel(panel: PlacedPanel, area: Area, values: LabelValues): string {
  const { x, y, width, height } = area;
  const title = panel.title ?? '';
  if (panel.type === 'row') {
    return label(`▾ ${title}`, x + 2, y + height - 6, width, { 'font-size': 14, 'font-weight': 600 });
  }
  const unit = UNITS[panel.fieldConfig?.defaults.unit ?? ''] ?? '';
  const inner = { x: x + 10, y: y + 26, width: width - 20, height: height - 34 };
  return element(
    'g',
    {},
    box(x, y, width, height, { fill: COLORS.panel, stroke: COLORS.border }),
    label(title, x + 10, y + 17, width - (unit ? 60 : 20), { 'font-size': 12, 'font-weight': 600 }),
    label(unit, x + width - 10, y + 17, 60, { fill: COLORS.dim, 'font-size': 10, 'text-anchor': 'end' }),
    (DRAWINGS[panel.type] ?? drawCurves)(panel, inner, values),
  );
}

/** Numbers carry their unit themselves; curves have it in the corner. */
const UNITS: Readonly<Record<string, string>> = {
  Bps: 'B/s',
  bytes: 'bytes',
  ms: 'ms',
  percentunit: '%',
  reqps: 'req/s',
  s: 's',
};

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  bargauge: drawBars,
  stat: drawNumbers,
  table: drawTable,
  text: drawText,
  timeseries: drawCurves,
};

function drawText(panel: PlacedPanel, { x, y, width }: Area): string {
  const { content = '' } = (panel.options ?? {}) as { readonly content?: string };
  const lines = content.replaceAll('**', '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line, index) => label(line, x, y + 14 + index * 20, width))
    .join('');
}

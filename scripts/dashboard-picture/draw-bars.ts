import type { PlacedPanel } from '../../monitoring/forms/panels/panel.ts';
import type { Area } from './area.ts';
import type { LabelValues } from './label-values.ts';
import { box, COLORS, element, label } from './svg.ts';

/** Bars with a name before and a number behind each. */
export function drawBars({ targets = [] }: PlacedPanel, area: Area, values: LabelValues): string {
  const [{ legendFormat = '' } = {}] = targets;
  const [, first = ''] = /\{\{(\w+)\}\}/.exec(legendFormat) ?? [];
  const names = values(first).map((value) =>
    legendFormat
      .replace(`{{${first}}}`, value)
      .replace(/\{\{(\w+)\}\}/g, (_, other: string) => values(other)[0] ?? ''),
  );
  const shown = names.slice(0, Math.max(1, Math.floor(area.height / 22)));
  const step = area.height / shown.length;
  return shown.map((name, index) => drawBar(name, index, { ...area, y: area.y + index * step })).join('');
}

function drawBar(name: string, index: number, { x, y, width }: Area): string {
  const share = Math.min(0.99, 0.22 + index * 0.15);
  const left = x + width * 0.36;
  return element(
    'g',
    {},
    label(name, x, y + 13, width * 0.35),
    box(left, y + 3, width * 0.52, 13, { fill: COLORS.border }),
    box(left, y + 3, width * 0.52 * share, 13, { fill: share < 0.3 ? COLORS.orange : COLORS.green }),
    label(`${Math.round(share * 100)}%`, x + width, y + 13, 60, { 'text-anchor': 'end' }),
  );
}

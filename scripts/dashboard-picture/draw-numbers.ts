import type { PlacedPanel } from '../../monitoring/forms/panels/panel.ts';
import type { Area } from './area.ts';
import { exampleText, type Words } from './example.ts';
import { type LabelValues, namesOf } from './label-values.ts';
import { box, COLORS, element, label } from './svg.ts';

/** Large numbers side by side, in the colour that says all is well. */
export function drawNumbers(panel: PlacedPanel, area: Area, values: LabelValues): string {
  const names = namesOf(panel, values);
  const each = area.width / names.length;
  return names
    .map((name, index) =>
      drawNumber(panel, name, { ...area, x: area.x + index * each, width: each - 4 }, names.length),
    )
    .join('');
}

function drawNumber(panel: PlacedPanel, name: string, { x, y, width, height }: Area, count: number): string {
  const { mappings, unit = 'short' } = panel.fieldConfig?.defaults ?? {};
  const { color, isCount } = stateOf(panel);
  const text =
    isCount && unit === 'short' ? '0' : exampleText(panel.title ?? '', name, unit, wordsOf(mappings));
  const middle = { 'text-anchor': 'middle', fill: '#fff' };
  return element(
    'g',
    {},
    box(x, y, width, height, { fill: color, 'fill-opacity': 0.85 }),
    label(text, x + width / 2, y + height / 2 + 7, width, { ...middle, 'font-size': 20 }),
    count > 1 ? label(name, x + width / 2, y + height / 2 + 24, width - 8, middle) : '',
  );
}

/** Where the first colour is green, it counts what should not be. */
function stateOf({ fieldConfig }: PlacedPanel): { readonly color: string; readonly isCount: boolean } {
  const steps = fieldConfig?.defaults.thresholds?.steps ?? [];
  const isCount = steps[0]?.color === 'green';
  const best = steps[0]?.color === 'red' ? steps.at(-1)?.color : steps[0]?.color;
  return { color: COLORS[best as keyof typeof COLORS] ?? COLORS.blue, isCount };
}

function wordsOf(mappings: readonly { readonly options: object }[] | undefined): Words | undefined {
  const [mapping] = mappings ?? [];
  if (!mapping) return undefined;
  const entries = Object.entries(mapping.options as Readonly<Record<string, { readonly text?: string }>>);
  return Object.fromEntries(entries.map(([value, { text = '' }]) => [value, text]));
}

import type { PlacedPanel } from '../../monitoring/forms/panels/panel.ts';
import type { Area } from './area.ts';
import { exampleText, type Words } from './example.ts';
import type { LabelValues } from './label-values.ts';
import { COLORS, element, label } from './svg.ts';

const LINE = 20;

/** The head of a table with its real columns, and a row for each value of its first label. */
export function drawTable(panel: PlacedPanel, { x, y, width, height }: Area, values: LabelValues): string {
  const columns = columnsOf(panel);
  const each = width / columns.length;
  const rows = Math.min(Math.floor(height / LINE) - 1, values(columns[0]?.name ?? '').length);
  const head = columns.map(({ title }, index) =>
    label(title, x + index * each, y + 12, each - 8, { fill: COLORS.link, 'font-weight': 600 }),
  );
  const body = Array.from({ length: rows }, (_, row) => {
    const top = y + (row + 1) * LINE;
    const line = element('line', { x1: x, x2: x + width, y1: top, y2: top, stroke: COLORS.border });
    const cells = columns.map((column, index) => {
      const text = cell(column, row, values);
      return label(text, x + index * each, top + 14, each - 8, index === 0 ? { fill: COLORS.link } : {});
    });
    return line + cells.join('');
  });
  return head.join('') + body.join('');
}

interface Column {
  /** Of the label, or of the value. */
  readonly name: string;
  readonly title: string;
  /** Undefined for labels. */
  readonly unit: string | undefined;
  readonly words: Words | undefined;
}

function cell({ name, title, unit, words }: Column, row: number, values: LabelValues): string {
  if (unit !== undefined) return title === 'Count' ? '1' : exampleText(title, String(row), unit, words);
  const known = values(name);
  return known[row % known.length] ?? '';
}

/** Titles as the last transformation gives them, units as the overrides say. */
function columnsOf({ transformations = [], fieldConfig }: PlacedPanel): readonly Column[] {
  const { renameByName = {} } = (transformations.at(-1)?.options ?? {}) as {
    readonly renameByName?: Readonly<Record<string, string>>;
  };
  return Object.entries(renameByName).map(([name, title]) => {
    const properties =
      fieldConfig?.overrides.find(({ matcher }) => matcher.options === title)?.properties ?? [];
    const unit: unknown = properties.find(({ id }) => id === 'unit')?.value;
    const mapped: unknown = properties.find(({ id }) => id === 'mappings')?.value;
    return { name, title, unit: typeof unit === 'string' ? unit : undefined, words: wordsOf(mapped) };
  });
}

function wordsOf(mappings: unknown): Words | undefined {
  if (!Array.isArray(mappings)) return undefined;
  const [{ options }] = mappings as [{ options: Record<string, { text: string }> }];
  return Object.fromEntries(Object.entries(options).map(([value, { text }]) => [value, text]));
}

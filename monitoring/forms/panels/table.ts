import type { Options } from '@grafana/grafana-foundation-sdk/table';
import { PROMETHEUS } from '../data-sources.ts';
import { type Panel, type PanelText, type Steps, thresholdsOf } from './panel.ts';
import type { Written } from './written.ts';

/** A column with a number for each row, from a query whose series carry the label of the rows. */
export interface NumberColumn {
  readonly title: string;
  readonly expr: string;
  readonly unit: string;
  readonly decimals?: number;
  readonly steps?: Steps;
  readonly words?: Readonly<Record<string, string>>;
}

/** Rows by labels, with numbers beside them. */
export interface Table extends Omit<PanelText, 'unit'> {
  /** Labels that name a row, each with the title of its column; the first is what rows are joined by. */
  readonly labels: Readonly<Record<string, string>>;
  readonly columns: readonly NumberColumn[];
  /** Label whose value is no column but part of the address that the first column leads to. */
  readonly link?: { readonly title: string; readonly url: string; readonly hidden: string };
  /** Title of the number by which rows are sorted, highest first. */
  readonly sortBy?: string;
}

/** A panel with a row for each value of a label; a whole line, unless said otherwise. */
export function table({
  labels,
  columns,
  link,
  sortBy,
  title,
  description,
  width = 24,
  height = 10,
}: Table): Panel {
  const options: Written<Options> = {
    frameIndex: 0,
    showHeader: true,
    cellHeight: 'sm',
    ...(sortBy !== undefined && { sortBy: [{ displayName: sortBy, desc: true }] }),
  };
  return {
    type: 'table',
    title,
    description,
    width,
    height,
    datasource: PROMETHEUS,
    queries: columns.map(({ expr }) => ({
      expr,
      legendFormat: '',
      format: 'table',
      instant: true,
      range: false,
    })),
    transformations: transformations(labels, columns, link?.hidden),
    options,
    fieldConfig: {
      defaults: { custom: { align: 'auto', inspect: false, filterable: true }, unit: 'short' },
      overrides: [...columns.map(override), ...linkOverrides(labels, link)],
    },
  };
}

/**
 * The answers become one table with a row for each value of the first label. Grafana names the number of the query A
 * `Value #A`, or `Value` where it is the only one.
 */
function transformations(labels: Table['labels'], columns: Table['columns'], hidden: string | undefined) {
  const [by = ''] = Object.keys(labels);
  const names = [...Object.keys(labels), ...(hidden === undefined ? [] : [hidden])];
  const values = columns.map(({ title }, index) => [valueName(columns.length, index), title] as const);
  return [
    { id: 'joinByField', options: { byField: by, mode: 'outer' } },
    {
      id: 'organize',
      options: {
        includeByName: Object.fromEntries(
          [...names, ...values.map(([name]) => name)].map((name) => [name, true]),
        ),
        indexByName: Object.fromEntries(
          [...names, ...values.map(([name]) => name)].map((name, index) => [name, index]),
        ),
        renameByName: Object.fromEntries([...Object.entries(labels), ...values]),
      },
    },
  ];
}

/** Queries have the letters that `place.ts` gives them. */
function valueName(count: number, index: number): string {
  return count === 1 ? 'Value' : `Value #${String.fromCharCode(65 + index)}`;
}

function override({ title, unit, decimals, steps, words }: NumberColumn) {
  const mappings = words && [{ type: 'value', options: textByValue(words) }];
  return {
    matcher: { id: 'byName', options: title },
    properties: [
      { id: 'unit', value: unit },
      ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
      ...(mappings ? [{ id: 'mappings', value: mappings }] : []),
      ...(steps
        ? [
            { id: 'thresholds', value: thresholdsOf(steps) },
            { id: 'custom.cellOptions', value: { type: 'color-text' } },
          ]
        : []),
    ],
  };
}

function textByValue(words: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(words).map(([value, text]) => [value, { text }]));
}

function linkOverrides(labels: Table['labels'], link: Table['link']) {
  if (!link) return [];
  const [first = ''] = Object.values(labels);
  return [
    {
      matcher: { id: 'byName', options: first },
      properties: [{ id: 'links', value: [{ title: link.title, url: link.url }] }],
    },
    { matcher: { id: 'byName', options: link.hidden }, properties: [{ id: 'custom.hidden', value: true }] },
  ];
}

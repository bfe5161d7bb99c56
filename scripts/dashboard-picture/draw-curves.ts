import type { PlacedPanel } from '../../monitoring/forms/panels/panel.ts';
import type { Area } from './area.ts';
import { exampleValues, type Shape } from './example.ts';
import { type LabelValues, namesOf } from './label-values.ts';
import { box, COLORS, CURVES, element, label } from './svg.ts';

const POINTS = 60;
const LEGEND_LINE = 14;

/** Curves over a grid, their bound if there is one, and the legend below. */
export function drawCurves(panel: PlacedPanel, area: Area, labels: LabelValues): string {
  const names = namesOf(panel, labels);
  const legendLines = Math.min(names.length, 3);
  const plot = { ...area, height: area.height - legendLines * LEGEND_LINE - 6 };
  const { custom, unit } = (panel.fieldConfig?.defaults ?? {}) as Defaults;
  const shape = shapeOf(panel.title ?? '', unit);
  const values = names.map((name) => scaled(name, exampleValues(`${panel.title}${name}`, POINTS, shape)));
  const drawn = custom?.stacking ? stacked(values, plot) : lines(values, plot);
  const bound = custom?.thresholdsStyle ? boundLine(plot) : '';
  return grid(plot) + drawn + bound + legend(names, area, plot.y + plot.height + 6);
}

interface Defaults {
  readonly unit?: string;
  readonly custom?: { readonly stacking?: object; readonly thresholdsStyle?: object };
}

function shapeOf(title: string, unit: string | undefined): Shape {
  if (/budget/i.test(title)) return 'falling';
  if (/error|fail|restart|throttling|ended/i.test(title)) return 'spikes';
  if (/pods|replicas/i.test(title) && unit === 'short') return 'steps';
  return 'waves';
}

/** Percentiles lie above one another, and a limit does not move. */
function scaled(name: string, values: readonly number[]): readonly number[] {
  const level = LEVELS[name];
  if (level === undefined) return values;
  const [spread, base] = level;
  return values.map((value) => base + (value - 0.4) * spread);
}

const LEVELS: Readonly<Record<string, readonly [spread: number, base: number]>> = {
  limit: [0, 0.9],
  maximum: [0, 0.92],
  p50: [0.2, 0.18],
  p95: [0.4, 0.42],
  p99: [0.6, 0.68],
  request: [0, 0.7],
};

function grid({ x, y, width, height }: Area): string {
  return [0, 0.25, 0.5, 0.75, 1]
    .map((share) =>
      element('line', {
        x1: x,
        x2: x + width,
        y1: y + height * share,
        y2: y + height * share,
        stroke: COLORS.border,
      }),
    )
    .join('');
}

function lines(all: readonly (readonly number[])[], area: Area): string {
  return all
    .map((values, index) =>
      element('path', { d: path(values, area), fill: 'none', stroke: colorOf(index), 'stroke-width': 1.3 }),
    )
    .join('');
}

/** Each on those before it, together never above the frame. */
function stacked(all: readonly (readonly number[])[], area: Area): string {
  let below: readonly number[] = Array.from({ length: POINTS }, () => 0);
  return all
    .map((values, index) => {
      const above = below.map(
        (value, point) => value + (values[point] ?? 0) / (all.length * (index === 0 ? 0.7 : 1.6)),
      );
      const { x, y, width, height } = area;
      const back = below
        .map(
          (value, point) =>
            `L${(x + (width * point) / (POINTS - 1)).toFixed(1)} ${(y + height * (1 - value)).toFixed(1)}`,
        )
        .reverse();
      below = above;
      return element('path', {
        d: `${path(above, area)}${back.join('')}Z`,
        fill: colorOf(index),
        'fill-opacity': 0.6,
      });
    })
    .join('');
}

function path(values: readonly number[], { x, y, width, height }: Area): string {
  const points = values.map((value, point) => {
    const top = y + height * (1 - Math.min(1, value));
    return `${(x + (width * point) / (values.length - 1)).toFixed(1)} ${top.toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

function boundLine({ x, y, width, height }: Area): string {
  const top = y + height * 0.15;
  return element('line', {
    x1: x,
    x2: x + width,
    y1: top,
    y2: top,
    stroke: COLORS.red,
    'stroke-dasharray': '6 4',
  });
}

function legend(names: readonly string[], { x, width }: Area, y: number): string {
  const columns = Math.ceil(names.length / 3);
  return names
    .map((name, index) => {
      const left = x + (index % columns) * (width / columns);
      const top = y + Math.floor(index / columns) * LEGEND_LINE;
      return (
        box(left, top + 3, 9, 4, { fill: colorOf(index) }) +
        label(name, left + 14, top + 9, width / columns - 18, { fill: COLORS.dim, 'font-size': 10 })
      );
    })
    .join('');
}

function colorOf(index: number): string {
  return CURVES[index % CURVES.length] ?? CURVES[0];
}

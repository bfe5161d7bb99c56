import { isMap } from '../../maps/is-map.ts';
import { insideOf, type Shape } from './shape.ts';

/** A value as rules see it: with the defaults that an API server fills in, and whole numbers as such. */
export function celValue(shape: Shape | undefined, value: unknown): unknown {
  if (typeof value === 'number') return isWhole(shape, value) ? BigInt(value) : value;
  if (Array.isArray(value)) {
    const items = shape && insideOf(shape).items;
    return value.map((item) => celValue(items, item));
  }
  return isMap(value) ? celMap(shape, value) : value;
}

function isWhole(shape: Shape | undefined, value: number): boolean {
  return Number.isSafeInteger(value) && !(shape && insideOf(shape).types?.includes('number'));
}

function celMap(shape: Shape | undefined, map: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const inside = shape && insideOf(shape);
  const seen: Record<string, unknown> = {};
  for (const [name, field] of inside?.fields ?? []) {
    const usual = field.schema['default'];
    if (usual !== undefined && map[name] === undefined) seen[name] = celValue(field, usual);
  }
  for (const [name, value] of Object.entries(map)) {
    if (value !== undefined) seen[name] = celValue(inside?.fields.get(name) ?? inside?.values, value);
  }
  return seen;
}

import { type Alternatives, type Inside, insideOf, type Shape } from './shape.ts';

/** Whether a value is as its shape says. Says nothing about where it is not, which makes it several times faster. */
export function fits(shape: Shape, value: unknown): boolean {
  const inside = insideOf(shape);
  if (value === null) return inside.isNullable;
  if (!hasType(inside.types, value)) return false;
  if (typeof value === 'object' && !contentFits(inside, value)) return false;
  return inside.hasOnlyTypes || restFits(inside, value);
}

function restFits(inside: Inside, value: unknown): boolean {
  const { alternatives, rules } = inside;
  if (!testsPass(inside, value) || !alternatives.every((all) => alternativesFit(all, value))) return false;
  return rules.every(({ passes }) => passes(value));
}

/** Whether a value has one of the types of a schema. */
export function hasType(types: readonly string[] | undefined, value: unknown): boolean {
  if (types === undefined) return true;
  for (const type of types) if (isOfType(type, value)) return true;
  return false;
}

/** Whether of the alternatives as many fit as are to. */
export function alternativesFit({ keyword, shapes }: Alternatives, value: unknown): boolean {
  if (keyword === 'not') return !shapes.some((shape) => fits(shape, value));
  if (keyword === 'allOf') return shapes.every((shape) => fits(shape, value));
  if (keyword === 'anyOf') return shapes.some((shape) => fits(shape, value));
  return shapes.filter((shape) => fits(shape, value)).length === 1;
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function testsPass({ tests }: Inside, value: unknown): boolean {
  for (const { passes } of tests) if (!passes(value)) return false;
  return true;
}

function contentFits(inside: Inside, value: object): boolean {
  return Array.isArray(value)
    ? listFits(inside, value)
    : mapFits(inside, value as Readonly<Record<string, unknown>>);
}

function listFits({ items }: Inside, list: readonly unknown[]): boolean {
  if (items === undefined) return true;
  for (const item of list) if (!fits(items, item)) return false;
  return true;
}

function mapFits(inside: Inside, map: Readonly<Record<string, unknown>>): boolean {
  for (const key in map) if (!fieldFits(inside, key, map[key])) return false;
  for (const name of inside.required) if (map[name] === undefined) return false;
  return true;
}

function fieldFits({ fields, values, isOpen }: Inside, key: string, value: unknown): boolean {
  const field = fields.get(key) ?? values;
  if (value === undefined) return true;
  return field === undefined ? isOpen : fits(field, value);
}

import { fieldPath, itemPath } from '../../fields/field-path.ts';
import { isMap } from '../../maps/is-map.ts';
import { alternativesFit, fits, hasType } from './fits.ts';
import { nullFlaw, oneOf, strangerFlaw, strayFlaw } from './messages.ts';
import type { Flaw } from './schema.ts';
import { type Alternatives, type Inside, insideOf, type Shape } from './shape.ts';

/** What is told, and how a value that was found is shown. */
export interface Telling {
  readonly flaws: Flaw[];
  readonly shown: (value: unknown) => string;
}

/** Tells everything about a value that is not as its shape says; what follows from a wrong type is no news. */
export function tellFlaws(shape: Shape, value: unknown, path: string, telling: Telling): void {
  const inside = insideOf(shape);
  if (value === null) {
    if (!inside.isNullable) telling.flaws.push(nullFlaw(path));
    return;
  }
  const before = telling.flaws.length;
  const own = ownFlaw(inside, value, path, telling);
  if (own) telling.flaws.push(own);
  if (own?.breaksTypes !== true) tellContent(inside, value, path, telling);
  if (telling.flaws.length > before) return;
  for (const { passes, message } of inside.rules) {
    if (!passes(value))
      telling.flaws.push({ field: path, message: ruleText(message(value)), breaksTypes: false });
  }
}

function ruleText(message: string): string {
  return `expected what the rules of its kind ask for: ${message}`;
}

function ownFlaw(inside: Inside, value: unknown, field: string, { shown }: Telling): Flaw | undefined {
  const { types, tests, alternatives } = inside;
  if (!hasType(types, value)) return flaw(field, typeWords(types ?? []), shown(value), true);
  const failed = tests.find(({ passes }) => !passes(value));
  if (failed) return flaw(field, failed.expected, shown(value), failed.breaksTypes);
  const unfit = alternatives.find((all) => all.keyword !== 'allOf' && !alternativesFit(all, value));
  return unfit && unfitFlaw(unfit, value, field, shown(value));
}

function flaw(field: string, expected: string, found: string, breaksTypes: boolean): Flaw {
  return { field, message: `expected ${expected}, found ${found}`, breaksTypes };
}

function tellContent(inside: Inside, value: unknown, path: string, telling: Telling): void {
  const all = inside.alternatives.filter(({ keyword }) => keyword === 'allOf');
  for (const shape of all.flatMap(({ shapes }) => shapes)) tellFlaws(shape, value, path, telling);
  const { items } = inside;
  if (isMap(value)) tellMap(inside, value, path, telling);
  else if (Array.isArray(value) && items) {
    for (const [index, item] of value.entries()) tellFlaws(items, item, itemPath(path, index, item), telling);
  }
}

type FreeMap = Readonly<Record<string, unknown>>;

function tellMap(inside: Inside, map: FreeMap, path: string, telling: Telling): void {
  for (const [key, value] of Object.entries(map)) {
    if (value !== undefined) tellField(inside, key, value, fieldPath(path, key), telling);
  }
  for (const name of inside.required.filter((wanted) => map[wanted] === undefined)) {
    telling.flaws.push(flaw(fieldPath(path, name), 'a value', 'nothing', true));
  }
}

function tellField(inside: Inside, key: string, value: unknown, at: string, telling: Telling): void {
  const { fields, strangers, values, isOpen } = inside;
  const field = fields.get(key) ?? values;
  const span = strangers.get(key);
  if (field) tellFlaws(field, value, at, telling);
  else if (span) telling.flaws.push(strangerFlaw(at, span, inside.minor));
  else if (!isOpen) telling.flaws.push(strayFlaw(at, key, fields.keys()));
}

function unfitFlaw({ keyword, shapes }: Alternatives, value: unknown, field: string, found: string): Flaw {
  const fitting = shapes.filter((shape) => fits(shape, value)).length;
  if (keyword === 'not') return flaw(field, 'none of the combinations its kind excludes', found, true);
  if (fitting > 1) {
    const fields = isMap(value) ? Object.keys(value).join(', ') : found;
    return flaw(field, 'only one of the fields that exclude each other', fields, true);
  }
  return flaw(field, expectedOfBranches(shapes, value), found, true);
}

function expectedOfBranches(shapes: readonly Shape[], value: unknown): string {
  const map = isMap(value) ? value : {};
  const missing = shapes.flatMap((shape) =>
    insideOf(shape).required.filter((name) => map[name] === undefined),
  );
  if (missing.length > 0) return oneOf([...new Set(missing)]);
  const told = shapes.flatMap((shape) => {
    const { types, tests } = insideOf(shape);
    if (!hasType(types, value)) return [typeWords(types ?? [])];
    return tests.filter(({ passes }) => !passes(value)).map(({ expected }) => expected);
  });
  return [...new Set(told)].join(' or ') || 'another combination of fields';
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a map',
  array: 'a list',
};

function typeWords(types: readonly string[]): string {
  return types.map((name) => TYPES[name] ?? name).join(' or ');
}

import type { ManifestObject } from '../../model/manifest.ts';
import { fieldPath, resolvePointer } from '../field-path.ts';
import { nullFlaw, oneOf, shown, strayFlaw } from './messages.ts';
import type { Flaw } from './schema.ts';
import { isMap } from './strict-schema.ts';

/** An error as ajv's validators give it. `parentSchema` is there when they were made to be verbose. */
export interface ValidatorError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: object;
}

/** What a validator's errors say about an object, in words, each place once. */
export function flawsOf(object: ManifestObject, errors: readonly ValidatorError[]): readonly Flaw[] {
  const flaws = new Map<string, Flaw>();
  for (const error of withoutBranches(errors)) {
    const flaw = flawOf(object, error);
    const known = flaws.get(flaw.field);
    // The first error at a place is about its type: what follows from it is no news.
    if (known === undefined) flaws.set(flaw.field, flaw);
  }
  return [...flaws.values()];
}

interface Told extends ValidatorError {
  /** Errors of the alternatives, when none or several of them fit. */
  readonly branches?: readonly ValidatorError[];
}

const UNIONS: ReadonlySet<string> = new Set(['oneOf', 'anyOf']);

/** Validators tell the errors of every alternative, then that none fits: together they are one error. */
function withoutBranches(errors: readonly ValidatorError[]): readonly Told[] {
  const told: Told[] = [];
  for (const error of errors) {
    if (!UNIONS.has(error.keyword)) {
      told.push(error);
      continue;
    }
    const branches: Told[] = [];
    while (told.at(-1)?.instancePath === error.instancePath) branches.push(told.pop() as Told);
    told.push({ ...error, branches: branches.flatMap((branch) => branch.branches ?? branch).reverse() });
  }
  return told;
}

function flawOf(object: ManifestObject, error: Told): Flaw {
  const { path, value } = resolvePointer(object, error.instancePath);
  const { params, keyword } = error;
  if (keyword === 'required') {
    const missing = fieldPath(path, String(params['missingProperty']));
    return { field: missing, message: 'expected a value, found nothing', breaksTypes: true };
  }
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty']);
    const { properties = {} } = (error.parentSchema ?? {}) as { readonly properties?: object };
    return strayFlaw(fieldPath(path, key), key, Object.keys(properties));
  }
  if (value === null) return nullFlaw(path);
  const found = foundText(object, value, error);
  const breaksTypes = !WORDING.has(keyword);
  return { field: path, message: `expected ${expected(error)}, found ${found}`, breaksTypes };
}

function foundText(object: ManifestObject, value: unknown, { branches, params }: Told): string {
  if (object.kind === 'Secret' && typeof value === 'string') return 'another text';
  const isTooMuch = branches !== undefined && Array.isArray(params['passingSchemas']);
  return isTooMuch && isMap(value) ? Object.keys(value).join(', ') : shown(value);
}

/** What is wrong with a value of the right type that nobody calculates with. */
const WORDING: ReadonlySet<string> = new Set([
  ...['enum', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'],
]);

function expected(error: Told): string {
  if (error.branches) return expectedOfUnion(error.params, error.branches);
  const word = EXPECTED[error.keyword];
  return word ? word(error.params) : `what the schema says about ${error.keyword}`;
}

type Params = Readonly<Record<string, unknown>>;

const EXPECTED: Readonly<Record<string, (params: Params) => string>> = {
  type: ({ type }) => typeWords(type),
  enum: ({ allowedValues }) => oneOf((allowedValues as readonly unknown[]).filter((value) => value !== null)),
  const: ({ allowedValue }) => shown(allowedValue),
  format: ({ format }) => FORMATS[String(format)] ?? `a text of the format ${format}`,
  pattern: ({ pattern }) => `a text like ${pattern}`,
  minLength: ({ limit }) => (limit === 1 ? 'a text that is not empty' : `at least ${limit} letters`),
  maxLength: ({ limit }) => `at most ${limit} letters`,
  minItems: ({ limit }) => `at least ${limit} ${limit === 1 ? 'item' : 'items'}`,
  maxItems: ({ limit }) => `at most ${limit} ${limit === 1 ? 'item' : 'items'}`,
  minProperties: ({ limit }) => `at least ${limit} ${limit === 1 ? 'field' : 'fields'}`,
  maxProperties: ({ limit }) => `at most ${limit} ${limit === 1 ? 'field' : 'fields'}`,
  minimum: ({ limit }) => `at least ${limit}`,
  maximum: ({ limit }) => `at most ${limit}`,
  exclusiveMinimum: ({ limit }) => `more than ${limit}`,
  exclusiveMaximum: ({ limit }) => `less than ${limit}`,
  multipleOf: ({ multipleOf }) => `a multiple of ${multipleOf}`,
  not: () => 'none of the combinations its kind excludes',
};

const FORMATS: Readonly<Record<string, string>> = {
  byte: 'base64',
  'date-time': 'a time such as 2027-02-01T00:00:00Z',
  quantity: 'a quantity such as 250m or 1Gi',
  int32: 'a whole number of 32 bits',
  int64: 'a whole number of 64 bits',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a map',
  array: 'a list',
};

function typeWords(type: unknown): string {
  const types = (Array.isArray(type) ? type : [type]).filter((name) => name !== 'null');
  return types.map((name) => TYPES[String(name)] ?? String(name)).join(' or ');
}

function expectedOfUnion({ passingSchemas }: Params, branches: readonly ValidatorError[]): string {
  if (Array.isArray(passingSchemas)) return 'only one of the fields that exclude each other';
  const missing = branches.filter(({ keyword }) => keyword === 'required');
  if (missing.length > 0) return oneOf([...new Set(missing.map(({ params }) => params['missingProperty']))]);
  return [...new Set(branches.map(expected))].join(' or ');
}

import type { JsonSchema } from './json-schema.ts';
import { oneOf } from './messages.ts';

/** Something to hold against a value that has the right type. */
export interface ValueTest {
  readonly passes: (value: unknown) => boolean;
  /** What was expected where it fails, in words. */
  readonly expected: string;
  /** Whether code that trusts the type may stumble over a value that fails. */
  readonly breaksTypes: boolean;
}

/** Everything a schema says of a value besides its type and what lies in it. Each passes over what it is not about. */
export function valueTests(schema: JsonSchema): readonly ValueTest[] {
  return [...enumTest(schema), ...boundTests(schema), ...patternTest(schema), ...formatTest(schema)];
}

function enumTest({ enum: words, nullable }: JsonSchema): readonly ValueTest[] {
  if (!Array.isArray(words)) return [];
  const allowed = new Set<unknown>(nullable === true ? [...words, null] : words);
  const expected = oneOf(words.filter((word) => word !== null));
  return [{ passes: (value) => allowed.has(value), expected, breaksTypes: false }];
}

interface Bound {
  /** Undefined for a value the bound is not about. */
  readonly size: (value: unknown) => number | undefined;
  readonly isMet: (size: number, limit: number) => boolean;
  readonly words: (limit: number) => string;
  readonly breaksTypes: boolean;
}

const letters = (value: unknown) => (typeof value === 'string' ? [...value].length : undefined);
const items = (value: unknown) => (Array.isArray(value) ? value.length : undefined);
const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
const fields = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value).length
    : undefined;
const least = (size: number, limit: number) => size >= limit;
const most = (size: number, limit: number) => size <= limit;
const counted = (limit: number, noun: string) => `${limit} ${limit === 1 ? noun : `${noun}s`}`;

const BOUNDS: Readonly<Record<string, Bound>> = {
  minLength: {
    size: letters,
    isMet: least,
    words: (limit) => (limit === 1 ? 'a text that is not empty' : `at least ${limit} letters`),
    breaksTypes: false,
  },
  maxLength: { size: letters, isMet: most, words: (limit) => `at most ${limit} letters`, breaksTypes: false },
  minItems: {
    size: items,
    isMet: least,
    words: (limit) => `at least ${counted(limit, 'item')}`,
    breaksTypes: false,
  },
  maxItems: {
    size: items,
    isMet: most,
    words: (limit) => `at most ${counted(limit, 'item')}`,
    breaksTypes: false,
  },
  minProperties: {
    size: fields,
    isMet: least,
    words: (limit) => `at least ${counted(limit, 'field')}`,
    breaksTypes: true,
  },
  maxProperties: {
    size: fields,
    isMet: most,
    words: (limit) => `at most ${counted(limit, 'field')}`,
    breaksTypes: true,
  },
  minimum: { size: number, isMet: least, words: (limit) => `at least ${limit}`, breaksTypes: false },
  maximum: { size: number, isMet: most, words: (limit) => `at most ${limit}`, breaksTypes: false },
  multipleOf: {
    size: number,
    isMet: (size, limit) => Number.isInteger(size / limit),
    words: (limit) => `a multiple of ${limit}`,
    breaksTypes: true,
  },
};

/** The dialect of definitions has a boolean beside the bound that excludes it. */
const EXCLUDED: Readonly<Record<string, Bound>> = {
  minimum: {
    size: number,
    isMet: (size, limit) => size > limit,
    words: (limit) => `more than ${limit}`,
    breaksTypes: true,
  },
  maximum: {
    size: number,
    isMet: (size, limit) => size < limit,
    words: (limit) => `less than ${limit}`,
    breaksTypes: true,
  },
};

function boundTests(schema: JsonSchema): readonly ValueTest[] {
  return Object.keys(BOUNDS).flatMap((key) => {
    const limit = schema[key];
    const isExcluded = schema[`exclusive${key.charAt(0).toUpperCase()}${key.slice(1)}`] === true;
    const bound = isExcluded ? EXCLUDED[key] : BOUNDS[key];
    if (typeof limit !== 'number' || !bound) return [];
    const passes = (value: unknown) => {
      const size = bound.size(value);
      return size === undefined || bound.isMet(size, limit);
    };
    return [{ passes, expected: bound.words(limit), breaksTypes: bound.breaksTypes }];
  });
}

/** What Go's expressions have and JavaScript's have not, or read differently. */
const GO_ONLY = /\(\?[a-zA-Z]|\[\[:|\\[AzQEpPC]/;

function patternTest({ pattern }: JsonSchema): readonly ValueTest[] {
  if (typeof pattern !== 'string' || GO_ONLY.test(pattern)) return [];
  try {
    const expression = new RegExp(pattern);
    const passes = (value: unknown) => typeof value !== 'string' || expression.test(value);
    return [{ passes, expected: `a text like ${pattern}`, breaksTypes: false }];
  } catch {
    // Only the API server can tell then.
    return [];
  }
}

/** The formats that API servers enforce, and everybody in the same way. */
const FORMATS: Readonly<Record<string, Omit<ValueTest, 'breaksTypes'>>> = {
  byte: {
    passes: textLike(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
    expected: 'base64',
  },
  'date-time': {
    passes: textLike(
      /^\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/,
    ),
    expected: 'a time such as 2027-02-01T00:00:00Z',
  },
  int32: {
    passes: (value) => typeof value !== 'number' || value === (value | 0),
    expected: 'a whole number of 32 bits',
  },
  // https://github.com/kubernetes/apimachinery/blob/master/pkg/api/resource/quantity.go
  quantity: {
    passes: textLike(/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/),
    expected: 'a number or a quantity such as 250m or 1Gi',
  },
};

function formatTest({ format }: JsonSchema): readonly ValueTest[] {
  const test = FORMATS[String(format)];
  return test ? [{ ...test, breaksTypes: true }] : [];
}

function textLike(expression: RegExp): (value: unknown) => boolean {
  return (value) => typeof value !== 'string' || expression.test(value);
}

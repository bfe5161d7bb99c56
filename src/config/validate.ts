import type { z } from 'zod';
import { nearest } from '../words/nearest.ts';
import type { Report } from './report.ts';
import { EXPECTED } from './schema/field.ts';
import { knownKeys } from './schema/known-keys.ts';
import type { Path } from './source.ts';
import { elsewhere } from './words-elsewhere.ts';

/** Validates a part of a document. Reports every fault below `at`, one for each value; undefined when there is any. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  at: Path,
  report: Report,
): z.output<Schema> | undefined {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const told = new Set<string>();
  for (const issue of result.error.issues) {
    const place = `${issue.code === 'unrecognized_keys'} ${issue.path.join('.')}`;
    if (!told.has(place)) reportIssue(issue, schema, at, report);
    told.add(place);
  }
  return undefined;
}

/** Reports a key that a schema does not know, with the one it most likely meant. */
export function reportUnknownKey(path: Path, key: string, known: readonly string[], report: Report): void {
  const guess = nearest(key, known);
  const other = guess === undefined ? elsewhere(key, path) : undefined;
  const fix = guess
    ? `write \`${guess}\``
    : (other ?? `remove it, or use one of: ${[...known].sort().join(', ')}`);
  report(path, `unknown key \`${key}\``, { fix, at: 'key' });
}

function reportIssue(issue: z.core.$ZodIssue, schema: z.ZodType, at: Path, report: Report): void {
  const inner = issue.path as Path;
  const path = [...at, ...inner];
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, inner);
    for (const key of issue.keys) reportUnknownKey([...path, key], key, known, report);
  } else if (issue.code === 'invalid_key') {
    const message = issue.issues[0]?.message ?? 'expected another name';
    report(path, message, { at: 'key', found: inner.at(-1) });
  } else if (issue.input === undefined) {
    report(path, `missing: ${expectation(issue)}`, { at: 'key', fix: fixFor(issue) });
  } else {
    const found = isAboutSeveral(issue) ? undefined : issue.input;
    const fix = fixFor(issue);
    report(path, expectation(issue), { found, fix, quote: fix === undefined && wantsQuotes(issue) });
  }
}

/** What was expected, in words. Schemas with a form of their own say it themselves. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith(EXPECTED)) return issue.message;
  if (issue.code === 'invalid_value')
    return `expected ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
  if (issue.code === 'invalid_type') return `expected ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small' && issue.origin === 'array')
    return `expected at least ${issue.minimum} entry`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'expected some text';
  return issue.message;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map of names',
};

function fixFor(issue: z.core.$ZodIssue): string | undefined {
  const meant = suggestionFor(issue);
  return meant === undefined ? undefined : `write ${meant}`;
}

function suggestionFor(issue: z.core.$ZodIssue): unknown {
  const { input } = issue;
  const shape = shapeFor(issue);
  if (shape !== undefined) return shape;
  if (issue.code === 'custom') return issue.params?.['suggestion'];
  if (typeof input !== 'string') return undefined;
  if (issue.code === 'invalid_value') {
    const guess = wordFor(input, issue.values.map(String));
    return guess && `\`${guess}\``;
  }
  return issue.code === 'invalid_type' ? valueIn(input, issue) : undefined;
}

/** The word that was misspelt, or begun: `mon` for monday. */
function wordFor(input: string, words: readonly string[]): string | undefined {
  const begun = words.filter((word) => input.length > 2 && word.startsWith(input.toLowerCase()));
  return nearest(input, words) ?? (begun.length === 1 ? begun[0] : undefined);
}

/** What a text was to be where no text is wanted: `15` for "15", "15d" of days and "15%" of percent, a list for a word. */
function valueIn(
  input: string,
  { expected, message }: { expected: string; message: string },
): string | boolean | undefined {
  if (expected === 'boolean') return BOOLEANS.get(input.toLowerCase());
  if (expected === 'array') return /^[^\s,:{}[\]]+$/.test(input) ? `[${input}]` : undefined;
  return expected === 'number' ? numberIn(input, message) : undefined;
}

function numberIn(input: string, message: string): string | undefined {
  const [, number, unit = ''] = /^(-?[0-9]+(?:\.[0-9]+)?) *(|%|d|days?)$/.exec(input) ?? [];
  const wanted = unit === '%' ? /percent|from \d+ to 100$/ : new RegExp(unit.slice(0, 1) && 'days');
  return wanted.test(message) ? number : undefined;
}

/** What to write where a list stands for a map, or a map or text for another. */
function shapeFor(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== 'invalid_type' || issue.input === undefined) return undefined;
  const { expected, input } = issue;
  const isMapWanted = expected === 'object' || expected === 'record';
  if (isMapWanted && Array.isArray(input))
    return '`name: value` on each line, without the dashes: this is a map, not a list';
  if (isMapWanted && typeof input === 'string' && input.includes(':'))
    return 'a space behind each colon: this is a map';
  if (expected === 'array' && typeof input === 'object' && input !== null)
    return 'each entry behind a dash, or [a, b]: this is a list, not a map';
  return undefined;
}

/** Words that YAML 1.1 took for booleans, and booleans in quotes. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['yes', true],
  ['on', true],
  ['no', false],
  ['off', false],
]);

/** A rule about several fields of a map says itself what it found. */
function isAboutSeveral(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'custom' && issue.params === undefined && typeof issue.input === 'object';
}

const NAME_WANTED = /a name of lower-case letters|the name of a port/;

/** YAML takes some text for a number or a boolean: a commit of digits alone, a version. */
function wantsQuotes(issue: z.core.$ZodIssue): boolean {
  if (typeof issue.input !== 'number' && typeof issue.input !== 'boolean') return false;
  // Quotes do not make an account number of three digits, nor a word of a number, into what was wanted.
  if (/twelve digits/.test(issue.message)) return /^[0-9]{12}$/.test(String(issue.input));
  if (NAME_WANTED.test(issue.message)) return false;
  return (issue.code === 'invalid_type' && issue.expected === 'string') || issue.message.endsWith('quotes');
}

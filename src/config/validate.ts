import type { z } from 'zod';
import { nearest } from '../words/nearest.ts';
import { asFaultOfChoice, isOfAnotherChoice } from './mistakes/choices.ts';
import { fixFor } from './mistakes/fix.ts';
import { elsewhere, type UnknownKey } from './mistakes/keys.ts';
import { nameFix } from './mistakes/names.ts';
import type { Report } from './report.ts';
import { EXPECTED } from './schema/field.ts';
import { choicesAt, keySchemaAt, knownKeys, schemaAt } from './schema/known-keys.ts';
import { requiredShape } from './schema/required-shape.ts';
import { isMap, type Path } from './source.ts';

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
  for (const issue of result.error.issues.flatMap(ofMap)) {
    const place = `${issue.code === 'unrecognized_keys'} ${issue.path.join('.')}`;
    if (!told.has(place)) reportIssue(asFaultOfChoice(issue), schema, at, report);
    told.add(place);
  }
  return undefined;
}

/** What is wrong with a map where a map is one of the things that could stand: what is wrong inside it. */
function ofMap(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || !isMap(issue.input)) return [issue];
  const inside = issue.errors.find((issues) => issues.every(isInside));
  return inside?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

function isInside({ code, path }: z.core.$ZodIssue): boolean {
  return path.length > 0 || code === 'unrecognized_keys' || code === 'custom';
}

/** Reports a key that a schema does not know, with the one it most likely meant. */
export function reportUnknownKey(
  path: Path,
  { key, found }: UnknownKey,
  known: readonly string[],
  report: Report,
): void {
  const guess = nearest(key, known);
  const fix =
    elsewhere({ key, found }, path) ??
    (guess ? `write \`${guess}\`` : `remove it, or use one of: ${[...known].sort().join(', ')}`);
  report(path, `unknown key \`${key}\``, { fix, at: 'key' });
}

function reportIssue(issue: z.core.$ZodIssue, schema: z.ZodType, at: Path, report: Report): void {
  const inner = issue.path as Path;
  const path = [...at, ...inner];
  if (issue.code === 'unrecognized_keys') {
    reportUnknownKeys(issue, path, schema, report);
  } else if (issue.code === 'invalid_key') {
    const message = issue.issues[0]?.message ?? 'expected another name';
    const fix = nameFix(String(inner.at(-1)), keySchemaAt(schema, inner.slice(0, -1)));
    report(path, message, { at: 'key', found: inner.at(-1), fix });
  } else if (issue.input === undefined) {
    const shape = requiredShape(schemaAt(schema, inner));
    const fix = shape === undefined ? fixFor(issue, path) : `write \`${path.at(-1)}: ${shape}\``;
    report(path, `missing: ${expectation(issue)}`, { at: 'key', fix });
  } else {
    const found = isAboutSeveral(issue) ? undefined : issue.input;
    const fix = fixFor(issue, path);
    report(path, expectation(issue), { found, fix, quote: fix === undefined && wantsQuotes(issue) });
  }
}

function reportUnknownKeys(
  { keys, input, path: inner }: z.core.$ZodIssueUnrecognizedKeys,
  path: Path,
  schema: z.ZodType,
  report: Report,
): void {
  const around = input as Readonly<Record<string, unknown>>;
  const choices = choicesAt(schema, inner as Path);
  const known = knownKeys(schema, inner as Path, around);
  for (const key of keys) {
    if (isOfAnotherChoice(path, key, around, choices, report)) continue;
    reportUnknownKey([...path, key], { key, found: around[key] }, known, report);
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

import type { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import { EXPECTED } from './schema/field.ts';
import { knownKeys } from './schema/known-keys.ts';
import type { Path } from './source.ts';

/** Validates a part of a document. Reports every fault below `at`; undefined when there is any. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  at: Path,
  report: Report,
): z.output<Schema> | undefined {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportIssue(issue, schema, at, report);
  return undefined;
}

function reportIssue(issue: z.core.$ZodIssue, schema: z.ZodType, at: Path, report: Report): void {
  const inner = issue.path as Path;
  const path = [...at, ...inner];
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, inner);
    for (const key of issue.keys) reportUnknownKey([...path, key], key, known, report);
  } else if (issue.code === 'invalid_key') {
    report(path, issue.issues[0]?.message ?? 'expected another name', { at: 'key' });
  } else if (issue.input === undefined) {
    report(path, `missing: ${expectation(issue)}`, { at: 'key' });
  } else {
    report(path, `${expectation(issue)}, found ${shown(issue.input)}`, { fix: fixFor(issue) });
  }
}

function reportUnknownKey(path: Path, key: string, known: readonly string[], report: Report): void {
  const guess = nearest(key, known);
  const fix = guess ? `write \`${guess}\`` : `remove it, or use one of: ${[...known].sort().join(', ')}`;
  report(path, `unknown key \`${key}\``, { fix, at: 'key' });
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
  if (issue.code === 'invalid_value') {
    const guess = nearest(String(issue.input), issue.values.map(String));
    return guess && `write \`${guess}\``;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof issue.input === 'number') {
    return `put it in quotes: "${issue.input}"`;
  }
  return undefined;
}

/** A value as a message shows it: short, on one line. Nothing secret is ever written in the input. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

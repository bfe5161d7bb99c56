import type { z } from 'zod';
import type { Path } from '../source.ts';
import { shapeMeant } from './shapes.ts';
import { wordMeant } from './values.ts';

/** What to do about a value that a schema refuses; undefined where nobody can know what was meant. */
export function fixFor(issue: z.core.$ZodIssue, path: Path): string | undefined {
  const meant = meantBy(issue, path);
  return meant === undefined ? undefined : `write ${meant}`;
}

function meantBy(issue: z.core.$ZodIssue, path: Path): unknown {
  const { input, message } = issue;
  if (issue.code === 'custom') return issue.params?.['suggestion'];
  if (typeof input === 'number') return percentMeant(input, message) ?? shapeOf(issue, path);
  if (issue.code === 'invalid_value' && typeof input === 'string') {
    const word = wordMeant(input, issue.values.map(String));
    return word && `\`${word}\``;
  }
  return shapeOf(issue, path) ?? scalarMeant(issue);
}

function shapeOf(issue: z.core.$ZodIssue, path: Path): string | undefined {
  if (issue.code !== 'invalid_type' || issue.input === undefined) return undefined;
  return shapeMeant(issue.input, issue.expected, path);
}

/** What a text was to be where no text is wanted: `15` for "15", "15d" of days and "15%" of percent, `true` for "yes". */
function scalarMeant(issue: z.core.$ZodIssue): string | boolean | undefined {
  if (issue.code !== 'invalid_type' || typeof issue.input !== 'string') return undefined;
  if (issue.expected === 'boolean') return BOOLEANS.get(issue.input.toLowerCase());
  return issue.expected === 'number' ? numberIn(issue.input, issue.message) : undefined;
}

function numberIn(input: string, message: string): string | undefined {
  const [, number, unit = ''] = /^(-?[0-9]+(?:\.[0-9]+)?) *(|%|d|days?)$/.exec(input) ?? [];
  if (unit === '%' && !PERCENT.test(message)) return 'how many, as a number: this is no percentage';
  const wanted = unit === '%' ? PERCENT : new RegExp(unit.slice(0, 1) && 'days');
  return wanted.test(message) ? number : undefined;
}

/** 0.7 is 70 percent. */
function percentMeant(input: number, message: string): number | undefined {
  const percent = Math.round(input * 100);
  return PERCENT.test(message) && percent > 0 && input < 1 ? percent : undefined;
}

const PERCENT = /percent|from \d+ to (?:99|100)$/;

/** Words that YAML 1.1 took for booleans, and booleans in quotes. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['yes', true],
  ['on', true],
  ['no', false],
  ['off', false],
]);

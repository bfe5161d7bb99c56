import { z } from 'zod';
import { calendarDay } from './calendar-day.ts';
import { EXPECTED, field, text } from './field.ts';
import * as scalar from './scalars.ts';

const checkName = text('the name of a check', /^[a-z][-a-z0-9]*$/, 63);

/** Severity by check. */
export const severities = z.record(
  checkName,
  z
    .enum(['error', 'warning', 'info'], {
      error: `${EXPECTED}\`error\`, \`warning\` or \`info\`; to let single objects off, write \`exceptions\``,
    })
    .describe('An error keeps the platform from being rendered'),
);

const justification = field(
  'a justification: why this object may break the check, in at least 20 characters of plain text',
  { type: 'string', minLength: 20, maxLength: 1000 },
  (value) => (typeof value === 'string' ? sentenceOf(value) : undefined),
  () => 'what forces it and when that ends, for whoever reviews it',
);

/** Who answers for something. */
export const owner = text('the team or person who answers for it, on one line', /^[^\r\n]*\S[^\r\n]*$/, 100);

/** A permission for one object to break one check. */
export const exception = z.strictObject({
  check: checkName.describe('Name of the check that may be broken'),
  kind: text('a kind such as Deployment', /^[A-Z][A-Za-z0-9]*$/, 63).describe('Kind of the object'),
  name: text('the name of an object', /^[A-Za-z0-9]([A-Za-z0-9.:_-]*[A-Za-z0-9])?$/).describe(
    'Name of the object, exactly',
  ),
  namespace: scalar.namespace
    .optional()
    .describe('Namespace of the object; needed where two of that kind and name exist'),
  justification,
  owner: owner.describe('Who answers for it, and mends the cause'),
  expires: calendarDay.describe('Last day it holds, such as 2027-02-01: at most 180 days ahead'),
});

/** A permission, validated. */
export type ExceptionInput = z.output<typeof exception>;

/** Files of CRDs. In the platform's own folder a file would be read as an environment. */
export const crds = z
  .array(
    text(
      'a folder, or a file in a folder, relative to the folder of the platform, such as crds/',
      /^(?![^/]*\.ya?ml$)(\.\.\/)*([A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\/?$/,
    ),
  )
  .default([]);

const SHORTEST = 20;
const LONGEST = 1000;
const FEWEST_LETTERS = 8;

/** On one line; undefined for what no reviewer could take for a reason: blanks, dashes, one letter over and over. */
export function sentenceOf(written: string): string | undefined {
  const sentence = written.replace(/\s+/g, ' ').trim();
  const spread = sentence.replace(/(.)\1+/gu, '$1');
  const letters = new Set(spread.toLowerCase().match(/\p{L}/gu));
  const isReal = spread.length >= SHORTEST && letters.size >= FEWEST_LETTERS;
  return isReal && sentence.length <= LONGEST ? sentence : undefined;
}

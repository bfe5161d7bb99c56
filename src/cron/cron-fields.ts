/** A field of a cron expression: its bounds, and names for its numbers from `minimum` on. */
interface CronField {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly words: readonly string[];
}

/** What a field matches. */
export interface CronNumbers {
  readonly numbers: ReadonlySet<number>;
  /** Any number matches, and the field is written so: then the other field of the day decides alone. */
  readonly isStar: boolean;
}

/** What the five fields of an expression match. */
export interface CronFields {
  readonly minute: CronNumbers;
  readonly hour: CronNumbers;
  readonly day: CronNumbers;
  readonly month: CronNumbers;
  readonly weekday: CronNumbers;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FIELDS: readonly CronField[] = [
  { name: 'minute', minimum: 0, maximum: 59, words: [] },
  { name: 'hour', minimum: 0, maximum: 23, words: [] },
  { name: 'day of the month', minimum: 1, maximum: 31, words: [] },
  { name: 'month', minimum: 1, maximum: 12, words: MONTHS },
  // Sunday is 0, not 7, for the parser Kubernetes uses.
  { name: 'day of the week', minimum: 0, maximum: 6, words: DAYS },
];

/**
 * What an expression of five fields matches, as Kubernetes reads it (github.com/robfig/cron/v3, standard parser), or what
 * is wrong with its first field at fault. Macros such as `@daily` are none.
 */
export function cronFields(expression: string): CronFields | string {
  const parts = expression.split(' ');
  if (parts.length !== FIELDS.length || parts.includes('')) {
    return 'expected a cron expression of five fields with one space between them';
  }
  const fields = FIELDS.map((field, index) => numbersOf(parts[index] as string, field));
  const fault = fields.find((field) => typeof field === 'string');
  if (typeof fault === 'string') return fault;
  const [minute, hour, day, month, weekday] = fields as CronNumbers[];
  return { minute, hour, day, month, weekday } as CronFields;
}

/** The numbers of a field, or what is wrong with the first of its items that is none. */
function numbersOf(text: string, field: CronField): CronNumbers | string {
  const numbers = new Set<number>();
  let isStar = false;
  for (const item of text.split(',')) {
    const range = rangeOf(item, field);
    if (!range) return `expected ${field.minimum} to ${field.maximum} as the ${field.name}, not \`${item}\``;
    for (let number = range.first; number <= range.last; number += range.step) numbers.add(number);
    isStar ||= range.isStar;
  }
  return { numbers, isStar };
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly isStar: boolean;
}

/** `*`, `5`, `1-5` or `mon-fri`, each with a step behind it or not. One number with a step goes on to the end. */
function rangeOf(item: string, field: CronField): Range | undefined {
  const match = /^([^/]+?)(?:\/([1-9][0-9]*))?$/.exec(item);
  if (!match) return undefined;
  const [, range = '', written] = match;
  const step = Number(written ?? 1);
  if (written !== undefined && step > field.maximum) return undefined;
  // A step of one is no restriction.
  if (range === '*' || range === '?') {
    return { first: field.minimum, last: field.maximum, step, isStar: step === 1 };
  }
  const [from = '', to, ...rest] = range.split('-');
  const bounds = boundsOf(from, to ?? (written === undefined ? from : `${field.maximum}`), field);
  return rest.length === 0 && bounds ? { ...bounds, step, isStar: false } : undefined;
}

function boundsOf(from: string, to: string, field: CronField): { first: number; last: number } | undefined {
  const [first, last] = [numberOf(from, field), numberOf(to, field)];
  return first !== undefined && last !== undefined && first <= last ? { first, last } : undefined;
}

function numberOf(text: string, { minimum, maximum, words }: CronField): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  if (word >= 0) return word + minimum;
  const number = /^[0-9]{1,2}$/.test(text) ? Number(text) : -1;
  return number >= minimum && number <= maximum ? number : undefined;
}

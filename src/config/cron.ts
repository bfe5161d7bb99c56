/** A field of a cron expression: its bounds, and names for its numbers from `minimum` on. */
interface CronField {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly words: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FIELDS: readonly CronField[] = [
  { name: 'minute', minimum: 0, maximum: 59, words: [] },
  { name: 'hour', minimum: 0, maximum: 23, words: [] },
  { name: 'day of the month', minimum: 1, maximum: 31, words: [] },
  { name: 'month', minimum: 1, maximum: 12, words: MONTHS },
  { name: 'day of the week', minimum: 0, maximum: 6, words: DAYS },
];

/**
 * What is wrong with a cron expression, as Kubernetes reads it (github.com/robfig/cron, standard parser); undefined
 * when nothing is. Macros such as `@daily` are refused, so that every schedule reads alike.
 */
export function cronFault(expression: string): string | undefined {
  const parts = expression.split(' ');
  if (parts.length !== FIELDS.length || parts.includes('')) {
    return 'expected a cron expression of five fields with one space between them';
  }
  for (const [index, field] of FIELDS.entries()) {
    const faulty = (parts[index] as string).split(',').find((item) => !isItem(item, field));
    if (faulty !== undefined) {
      const { name, minimum, maximum } = field;
      return `expected ${minimum} to ${maximum} as the ${name}, not \`${faulty}\``;
    }
  }
  return isPossible(parts[2] as string, parts[3] as string)
    ? undefined
    : 'expected a day that its month has: this never runs';
}

/** `*`, `5`, `1-5` or `mon-fri`, each with a step behind it or not. */
function isItem(item: string, field: CronField): boolean {
  const match = /^([^/]+?)(?:\/([1-9][0-9]*))?$/.exec(item);
  if (!match) return false;
  const [, range = '', step] = match;
  if (step !== undefined && Number(step) > field.maximum) return false;
  if (range === '*' || range === '?') return true;
  const [first = '', last = first, ...rest] = range.split('-');
  const from = numberOf(first, field);
  const to = numberOf(last, field);
  return rest.length === 0 && from !== undefined && to !== undefined && from <= to;
}

function numberOf(text: string, { minimum, maximum, words }: CronField): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  if (word >= 0) return word + minimum;
  const number = /^[0-9]{1,2}$/.test(text) ? Number(text) : -1;
  return number >= minimum && number <= maximum ? number : undefined;
}

/** Days of plain lists only: ranges and steps always hold one that every month has, but for ranges from 30 on. */
function isPossible(day: string, month: string): boolean {
  if (!/^[0-9,]+$/.test(day) || !/^[a-z0-9,]+$/i.test(month)) return true;
  const months = month.split(',').map((item) => numberOf(item, FIELDS[3] as CronField) ?? 1);
  const longest = Math.max(...months.map((item) => DAYS_IN[item - 1] ?? 31));
  return day.split(',').some((item) => Number(item) <= longest);
}

const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

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
  // Sunday is 0, not 7, for the parser Kubernetes uses.
  { name: 'day of the week', minimum: 0, maximum: 6, words: DAYS },
];

/**
 * What is wrong with a cron expression of five fields, as Kubernetes reads it (github.com/robfig/cron, standard parser);
 * undefined when nothing is. Macros such as `@daily` are none.
 */
export function cronFault(expression: string): string | undefined {
  const parts = expression.split(' ');
  if (parts.length !== FIELDS.length || parts.includes('')) {
    return 'expected a cron expression of five fields with one space between them';
  }
  const ranges = FIELDS.map((field, index) => rangesOf(parts[index] as string, field));
  const fault = ranges.find((range) => typeof range === 'string');
  if (typeof fault === 'string') return fault;
  // With a day of the week as well, either of the two days will do.
  if (parts[4] !== '*' && parts[4] !== '?') return undefined;
  const [, , days, months] = ranges as (readonly Range[])[];
  return comes(days ?? [], months ?? []) ? undefined : 'expected a day that its month has: this never runs';
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** The items of a field, or what is wrong with the first that is none. */
function rangesOf(text: string, field: CronField): readonly Range[] | string {
  const items = text.split(',');
  const ranges = items.map((item) => rangeOf(item, field));
  const { name, minimum, maximum } = field;
  const wrong = ranges.indexOf(undefined);
  if (wrong >= 0) return `expected ${minimum} to ${maximum} as the ${name}, not \`${items[wrong]}\``;
  return ranges.filter((range) => range !== undefined);
}

/** `*`, `5`, `1-5` or `mon-fri`, each with a step behind it or not. */
function rangeOf(item: string, field: CronField): Range | undefined {
  const match = /^([^/]+?)(?:\/([1-9][0-9]*))?$/.exec(item);
  if (!match) return undefined;
  const [, range = '', step] = match;
  if (step !== undefined && Number(step) > field.maximum) return undefined;
  if (range === '*' || range === '?') return { first: field.minimum, last: field.maximum };
  const [from = '', to = from, ...rest] = range.split('-');
  const [first, last] = [numberOf(from, field), numberOf(to, field)];
  if (rest.length > 0 || first === undefined || last === undefined || first > last) return undefined;
  return { first, last };
}

function numberOf(text: string, { minimum, maximum, words }: CronField): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  if (word >= 0) return word + minimum;
  const number = /^[0-9]{1,2}$/.test(text) ? Number(text) : -1;
  return number >= minimum && number <= maximum ? number : undefined;
}

/** Whether the longest of the months has the earliest of the days. */
function comes(days: readonly Range[], months: readonly Range[]): boolean {
  const longest = months.flatMap(({ first, last }) => DAYS_IN.slice(first - 1, last));
  return Math.min(...days.map(({ first }) => first)) <= Math.max(...longest);
}

const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

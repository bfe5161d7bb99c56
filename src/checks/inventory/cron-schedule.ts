interface Bounds {
  readonly what: string;
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FIELDS: readonly Bounds[] = [
  { what: 'minute', min: 0, max: 59, names: [] },
  { what: 'hour', min: 0, max: 23, names: [] },
  { what: 'day of the month', min: 1, max: 31, names: [] },
  { what: 'month', min: 1, max: 12, names: MONTHS },
  // Sunday is 0, not 7, for the parser Kubernetes uses.
  { what: 'day of the week', min: 0, max: 6, names: DAYS },
];

const MACRO = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every .+)$/;
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * What is wrong with a schedule of a CronJob, as `expected ..., found ...`; undefined when nothing is.
 * https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format
 */
export function scheduleMistake(schedule: string): string | undefined {
  if (MACRO.test(schedule)) return undefined;
  const parts = schedule.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) return `expected five fields, found ${schedule}`;
  const values = FIELDS.map((bounds, index) => fieldValues(parts[index] ?? '', bounds));
  const wrong = values.indexOf(undefined);
  const bounds = FIELDS[wrong];
  if (bounds) {
    return `expected as ${bounds.what} numbers from ${bounds.min} to ${bounds.max}, found ${parts[wrong]}`;
  }
  return comesNever(values, parts[4] ?? '') ? `expected a day that there is, found ${schedule}` : undefined;
}

/** The first and last value of each item of a field; undefined when it cannot be read. */
function fieldValues(text: string, bounds: Bounds): readonly number[] | undefined {
  const items = text.split(',').map((item) => itemValues(item, bounds));
  return items.includes(undefined) ? undefined : items.flatMap((item) => item ?? []);
}

function itemValues(item: string, bounds: Bounds): readonly number[] | undefined {
  const [range = '', step, ...rest] = item.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return undefined;
  if (range === '*' || range === '?') return [bounds.min, bounds.max];
  const ends = range.split('-').map((end) => boundedValue(end, bounds));
  const [first, last = first] = ends;
  if (ends.length > 2 || ends.includes(undefined) || first === undefined || last === undefined)
    return undefined;
  return first <= last ? [first, last] : undefined;
}

function boundedValue(text: string, { min, max, names }: Bounds): number | undefined {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return named + min;
  const value = /^\d+$/.test(text) ? Number(text) : -1;
  return value >= min && value <= max ? value : undefined;
}

/** The 30th of February: unless a day of the week is given too, which counts by itself. */
function comesNever(values: readonly (readonly number[] | undefined)[], weekDay: string): boolean {
  if (weekDay !== '*' && weekDay !== '?') return false;
  const [, , days = [], months = []] = values;
  const [from = 1, to = 12] = [Math.min(...months), Math.max(...months)];
  return Math.min(...days) > Math.max(...LONGEST_MONTHS.slice(from - 1, to));
}

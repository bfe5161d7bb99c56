import { type CronFields, cronFields } from './cron-fields.ts';

/** A change of clocks: local times that are skipped, or come twice, as minutes since 1970 on the clock on the wall. */
export interface ClockChange {
  readonly isSkip: boolean;
  readonly from: number;
  readonly until: number;
}

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;

/** The changes of clocks in a time zone in the two years from a day on; none where the zone is not known here. */
export function clockChanges(timeZone: string, today: string): readonly ClockChange[] {
  const offsetAt = offsets(timeZone);
  if (!offsetAt) return [];
  const changes: ClockChange[] = [];
  const start = Date.parse(today);
  let before = offsetAt(start);
  for (let time = start; time < start + 730 * DAY; time += DAY) {
    const after = offsetAt(time + DAY);
    if (after !== before) changes.push(changeAt(firstWith(after, time, offsetAt), before, after));
    before = after;
  }
  return changes;
}

/** The local times a schedule names that a change skips or repeats: `2027-03-28 02:15`. One for each change. */
export function affectedTimes(schedule: string, changes: readonly ClockChange[]): AffectedTimes {
  const fields = cronFields(schedule);
  const skipped: string[] = [];
  const repeated: string[] = [];
  // What runs each hour goes on through a change.
  if (typeof fields === 'string' || fields.hour.numbers.size === 24) return { skipped, repeated };
  for (const change of changes) {
    const time = firstWithin(change, fields);
    if (time) (change.isSkip ? skipped : repeated).push(time.toISOString().slice(0, 16).replace('T', ' '));
  }
  return { skipped, repeated };
}

function firstWithin({ from, until }: ClockChange, fields: CronFields): Date | undefined {
  for (let minute = from; minute < until; minute += 1) {
    const local = new Date(minute * MINUTE);
    if (matches(fields, local)) return local;
  }
  return undefined;
}

/** Local times at which a schedule does not come, and those at which it comes twice. */
export interface AffectedTimes {
  readonly skipped: readonly string[];
  readonly repeated: readonly string[];
}

/** Either of the two days will do where both are restricted. */
function matches({ minute, hour, day, month, weekday }: CronFields, local: Date): boolean {
  const isTime = minute.numbers.has(local.getUTCMinutes()) && hour.numbers.has(local.getUTCHours());
  if (!isTime || !month.numbers.has(local.getUTCMonth() + 1)) return false;
  const isDay = day.numbers.has(local.getUTCDate());
  const isWeekday = weekday.numbers.has(local.getUTCDay());
  return day.isStar || weekday.isStar ? isDay && isWeekday : isDay || isWeekday;
}

function changeAt(time: number, before: number, after: number): ClockChange {
  const minutes = [time + before, time + after].map((local) => Math.round(local / MINUTE));
  return { isSkip: after > before, from: Math.min(...minutes), until: Math.max(...minutes) };
}

/** The first moment of the day after `time` that has the offset, to the minute. */
function firstWith(offset: number, time: number, offsetAt: (time: number) => number): number {
  let [low, high] = [time, time + DAY];
  while (high - low > MINUTE) {
    const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}

/** How far the clock on the wall is ahead of UTC at a moment, in milliseconds. */
function offsets(timeZone: string): ((time: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...PARTS });
    return (time) => {
      const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
      const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
      const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
      return local - Math.floor(time / 1000) * 1000;
    };
  } catch {
    // The data of this Node is older than the zone.
    return undefined;
  }
}

const PARTS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

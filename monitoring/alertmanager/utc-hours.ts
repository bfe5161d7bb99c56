import type { DayHours } from './day-hours.ts';
import { WEEK } from './day-hours.ts';
import { BUSINESS_HOURS, type TimeInterval } from './time-intervals.ts';

const DAY = 24 * 60;

/**
 * Hours in UTC, for those who know no time zone. Where clocks are put forward in summer, business hours are those of
 * winter and those of summer, so that no warning waits for an hour too long; maintenance is what both have in common,
 * so that nothing is muted before it starts or after it ends.
 */
export function utcHours({ name, timeZone, hours }: TimeInterval): readonly DayHours[] {
  const seasons = [0, 6].map((month) => minutesOfWeek(hours, offset(timeZone, month)));
  const isMeant = (minute: number) =>
    name === BUSINESS_HOURS
      ? seasons.some((minutes) => minutes.has(minute))
      : seasons.every((minutes) => minutes.has(minute));
  return sameHoursTogether(WEEK.flatMap((day, index) => rangesOf(day, index * DAY, isMeant)));
}

/** Minutes of the week in UTC, from Monday on, that the hours of a place cover. */
function minutesOfWeek(hours: readonly DayHours[], ahead: number): ReadonlySet<number> {
  const minutes = new Set<number>();
  for (const { weekdays, from, to } of hours) {
    for (const weekday of weekdays) {
      const start = WEEK.indexOf(weekday) * DAY - ahead;
      for (let minute = minuteOf(from); minute < minuteOf(to); minute++) {
        minutes.add((start + minute + 7 * DAY) % (7 * DAY));
      }
    }
  }
  return minutes;
}

/** How many minutes a place is ahead of UTC at the start of a month. */
function offset(timeZone: string, month: number): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const text = format.formatToParts(Date.UTC(2026, month)).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = text?.match(/([+-])(\d\d):(\d\d)/) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

function rangesOf(day: string, start: number, isMeant: (minute: number) => boolean): readonly DayHours[] {
  const ranges: DayHours[] = [];
  let from: number | undefined;
  for (let minute = 0; minute <= DAY; minute++) {
    const isIn = minute < DAY && isMeant(start + minute);
    if (isIn) from ??= minute;
    else if (from !== undefined) {
      ranges.push({ weekdays: [day], from: clock(from), to: clock(minute) });
      from = undefined;
    }
  }
  return ranges;
}

function sameHoursTogether(ranges: readonly DayHours[]): readonly DayHours[] {
  const together = new Map<string, DayHours>();
  for (const range of ranges) {
    const key = `${range.from} ${range.to}`;
    const weekdays = [...(together.get(key)?.weekdays ?? []), ...range.weekdays];
    together.set(key, { ...range, weekdays });
  }
  return [...together.values()];
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function clock(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
}

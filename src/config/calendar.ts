/** A day of the calendar as it is written, `2027-02-01`; undefined for what is none, as the thirtieth of February. */
export function dayText(value: unknown): string | undefined {
  if (typeof value !== 'string' || !DAY.test(value)) return undefined;
  return isoText(value) === value ? value : undefined;
}

/** The day a text most likely means: `2027-2-1`, 20270201, a time of that day, the last of a month that is shorter. */
export function nearestDay(value: unknown): string | undefined {
  const match = LOOSE_DAY.exec(String(value));
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The day some days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MILLISECONDS).toISOString().slice(0, 10);
}

const DAY = /^2[0-9]{3}-[0-9]{2}-[0-9]{2}$/;
const LOOSE_DAY = /^(2[0-9]{3})[-./]?([0-9]{1,2})[-./]?([0-9]{1,2})(?![0-9])/;
const MILLISECONDS = 24 * 3600 * 1000;

/** The day as JavaScript counts it; the thirtieth of February is a day of March to it. */
function isoText(day: string): string | undefined {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

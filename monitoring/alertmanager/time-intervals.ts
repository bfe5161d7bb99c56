import type { Environment } from '../../src/model/environment.ts';
import { type DayHours, hoursByDay } from './day-hours.ts';

/** Names of the time intervals, as routes call them. */
export const BUSINESS_HOURS = 'business-hours';
export const MAINTENANCE = 'maintenance';

/** A part of every week, in hours of a time zone. */
export interface TimeInterval {
  readonly name: typeof BUSINESS_HOURS | typeof MAINTENANCE;
  readonly timeZone: string;
  readonly hours: readonly DayHours[];
}

/** The time intervals of an environment, sorted by name: those it says. None where nobody is told anyway. */
export function timeIntervals({ maintenance, observability }: Environment): readonly TimeInterval[] {
  const { businessHours, nobody } = observability?.alerting ?? {};
  if (nobody !== undefined) return [];
  const intervals: TimeInterval[] = [];
  if (businessHours) {
    const { days, from, to, timeZone } = businessHours;
    intervals.push({ name: BUSINESS_HOURS, timeZone, hours: hoursByDay({ days, from, to }) });
  }
  if (maintenance) {
    const { day, from, to, timeZone } = maintenance;
    intervals.push({ name: MAINTENANCE, timeZone, hours: hoursByDay({ days: [day], from, to }) });
  }
  return intervals;
}

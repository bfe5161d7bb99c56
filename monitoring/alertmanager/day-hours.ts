/** Hours that start on each of some days; those that end before they start, or at the same time, end on the next day. */
export interface WeeklyHours {
  /** In English. */
  readonly days: readonly string[];
  /** `22:00` */
  readonly from: string;
  readonly to: string;
}

/** Hours within one day. `24:00` is its end. */
export interface DayHours {
  /** In lower case, in the order of the week. */
  readonly weekdays: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Days of the week as Alertmanager calls them. */
export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * The same hours with none over midnight, as Alertmanager takes them:
 * https://prometheus.io/docs/alerting/latest/configuration/#time_interval-0
 */
export function hoursByDay({ days, from, to }: WeeklyHours): readonly DayHours[] {
  const weekdays = WEEK.filter((day) => days.some((chosen) => chosen.toLowerCase() === day));
  // Times of two digits each, so that they compare as text.
  if (from < to) return [{ weekdays, from, to }];
  const evening = { weekdays, from, to: '24:00' };
  if (to === '00:00') return [evening];
  return [evening, { weekdays: inOrder(weekdays.map(dayAfter)), from: '00:00', to }];
}

function dayAfter(day: string): string {
  return WEEK[(WEEK.indexOf(day) + 1) % WEEK.length] ?? day;
}

function inOrder(days: readonly string[]): readonly string[] {
  return WEEK.filter((day) => days.includes(day));
}

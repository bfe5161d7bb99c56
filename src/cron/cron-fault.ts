import { type CronFields, cronFields } from './cron-fields.ts';

/**
 * What is wrong with a cron expression of five fields, as Kubernetes reads it; undefined when nothing is. One that can
 * be read and never comes is wrong too.
 */
export function cronFault(expression: string): string | undefined {
  const fields = cronFields(expression);
  if (typeof fields === 'string') return fields;
  return comes(fields) ? undefined : 'expected a day that its month has: this never runs';
}

/** The expression that one at fault most likely meant: `0 0 * * *` for `@daily`, `0 6 * * 0` for `0 6 * * 7`. */
export function cronMeant(expression: string): string | undefined {
  const text = expression.trim().replace(/\s+/g, ' ');
  const words = text.toLowerCase().split(' ');
  const fields = words.length === 6 && /^0?0$/.test(words[0] ?? '') ? words.slice(1) : words;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const named = weekday.replace(/\b7\b/g, '0').replace(/\b(sun|mon|tue|wed|thu|fri|sat)[a-z]+/g, '$1');
  const meant = MACROS[text.toLowerCase()] ?? [minute, hour, day, month, named].join(' ');
  return meant !== expression && cronFault(meant) === undefined ? meant : undefined;
}

/** https://pkg.go.dev/github.com/robfig/cron/v3#hdr-Predefined_schedules */
const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** Whether any month has any of the days. With a day of the week as well, either of the two days will do. */
function comes({ day, month, weekday }: CronFields): boolean {
  if (!weekday.isStar || day.isStar) return true;
  return [...month.numbers].some((number) =>
    [...day.numbers].some((date) => date <= (DAYS_IN[number - 1] ?? 0)),
  );
}

const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

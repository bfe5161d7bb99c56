import type { Scenario } from './rule.ts';

/** What happens, when to look, and the values of each series, a step a minute. */
export function scenario(name: string, at: string, values: Readonly<Record<string, string>> = {}): Scenario {
  return { name, at, series: Object.entries(values).map(([series, steps]) => ({ series, values: steps })) };
}

/** Nothing is scraped, or nothing of it yet. */
export const WITHOUT_SERIES: Scenario = scenario('the series are missing', '90m');

import { checks } from '../checks/checks.ts';
import type { LoadContext } from '../config/load-context.ts';

/** What reading the input is told: the day, and the checks that it may name. */
export function loadContext(today: string): LoadContext {
  return { today, checkNames: checks.map(({ name }) => name) };
}

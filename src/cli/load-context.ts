import { checks } from '../checks/checks.ts';
import type { LoadContext } from '../config/load-context.ts';

/** What reading the input is told at the command line: the day, today's unless another is given, and the checks. */
export function loadContext(today = new Date().toISOString().slice(0, 10)): LoadContext {
  return { today, checkNames: checks.map(({ name }) => name) };
}

import type { Environment } from '../../../src/model/environment.ts';
import type { RuleGroup } from '../../forms/rule.ts';
import { metricAbsent } from './absent.ts';
import { budgetPage, budgetTicket, canPage } from './burn.ts';
import type { Example } from './history.ts';
import { objectiveGroups, objectivesOf, SLOW_INTERVAL } from './objective.ts';
import { fastWindows, slowWindows } from './windows.ts';

/**
 * What services promise, how well they keep it, and alerts when they will not. What differs by service are two numbers for
 * each promise, or three; windows and alerts are the same rules for all.
 */
export function sloGroups(environment: Environment): readonly RuleGroup[] {
  const { observability, namespaces } = environment;
  const [first, ...others] = objectivesOf(environment);
  if (!observability || !first) return [];
  const strictest = others.reduce((known, other) => (other.percent > known.percent ? other : known), first);
  const example: Example = { objective: strictest, namespace: namespaces.services };
  const pages = canPage(strictest.percent) ? [budgetPage(example, observability)] : [];
  return [
    ...objectiveGroups(environment),
    { name: 'error-budgets', rules: [...fastWindows(environment), ...pages, metricAbsent(example)] },
    // Windows of days look at up to hundreds of thousands of samples.
    {
      name: 'error-budgets-period',
      interval: SLOW_INTERVAL,
      rules: [...slowWindows(observability), budgetTicket(example, observability)],
    },
  ];
}

import type { Observability } from '../../../src/model/observability.ts';
import type { AlertRule, Runbook } from '../../forms/rule.ts';
import { WITHOUT_SERIES } from '../../forms/scenario.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { type Example, history } from './history.ts';
import { BUDGET } from './objective.ts';
import { BUDGET_REMAINING, errorRatio, SLO_ERRORS, type Window } from './windows.ts';

/**
 * How fast a budget has to be spent, over two windows, so that an alert ends soon after the trouble does. The factors are
 * those for 30 days of https://sre.google/workbook/alerting-on-slos/; over fewer days they stand for more of the budget.
 */
interface Burn {
  readonly long: Window;
  readonly short: Window;
  readonly factor: number;
  readonly hours: number;
}

const PAGES: readonly Burn[] = [
  { long: '1h', short: '5m', factor: 14.4, hours: 1 },
  { long: '6h', short: '30m', factor: 6, hours: 6 },
];
const TICKETS: readonly Burn[] = [
  { long: '1d', short: '2h', factor: 3, hours: 24 },
  { long: '3d', short: '6h', factor: 1, hours: 72 },
];

/** Whether a budget can be spent six times too fast at all: one of a sixth of the requests cannot. */
export function canPage(percent: number): boolean {
  return 6 * (100 - percent) < 100;
}

/** A person is paged when a budget will be gone within days. */
export function budgetPage(example: Example, observability: Observability): AlertRule {
  const quiet = { minutes: 170, all: 10, bad: 0 };
  const spent = (factor: number) => Math.min(10, (factor * (100 - example.objective.percent)) / 10);
  return {
    ...alertOf(PAGES, observability),
    for: '2m',
    severity: 'critical',
    test: {
      fires: history('everything fails', example, [quiet, { minutes: 420, all: 10, bad: 10 }]),
      quiet: [
        history('five times what the budget allows', example, [{ minutes: 420, all: 10, bad: spent(5) }]),
        history('it was over an hour ago', example, [quiet, { minutes: 30, all: 10, bad: 10 }, quiet]),
        history('three of three requests fail', example, [quiet, { minutes: 60, all: 0.0008, bad: 0.0008 }]),
        history('there are no requests', example, [{ minutes: 300, all: 0, bad: 0 }]),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** Somebody looks at it in working hours when a budget will not last. */
export function budgetTicket(example: Example, observability: Observability): AlertRule {
  const spent = (factor: number) => Math.min(10, (factor * (100 - example.objective.percent)) / 10);
  const hours = (bad: number, all = 10) => ({ minutes: 420, all, bad });
  return {
    ...alertOf(TICKETS, observability),
    for: '15m',
    severity: 'warning',
    test: {
      fires: history('four times what the budget allows', example, [hours(spent(4))]),
      quiet: [
        history('half of what it allows', example, [hours(spent(0.5))]),
        history('ten minutes of trouble, seven hours ago', example, [
          { minutes: 10, all: 10, bad: 10 },
          hours(0),
        ]),
        history('there are no requests', example, [hours(0, 0)]),
        WITHOUT_SERIES,
      ],
    },
  };
}

function alertOf(burns: readonly Burn[], { sloDays }: Observability) {
  const shares = burns.map(({ long, factor, hours }) => {
    const percent = (factor * hours * 100) / (sloDays * 24);
    return `${Number(percent.toPrecision(3))}% within ${long} (${factor} times as fast as it may be)`;
  });
  return {
    alert: 'ErrorBudgetBurn',
    expr: burns.map(isSpent).join('\nor\n'),
    summary: '{{ $labels.service }} spends its error budget for {{ $labels.slo }} too fast',
    description: `{{ $value | humanizePercentage }} of the requests to {{ $labels.namespace }}/{{ $labels.service }} break what it promises for {{ $labels.slo }}. Fires when ${shares.join(' or ')} of the budget of ${sloDays} days is spent.`,
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: RUNBOOK,
  };
}

/** A handful of failures is no reason to act, however large a share they are of hardly any requests. */
const ENOUGH_FAILURES = 10;

function isSpent({ long, short, factor, hours }: Burn): string {
  const above = (window: Window) => `${errorRatio(window)} > ${factor} * ${BUDGET}`;
  const failures = `avg_over_time(${SLO_ERRORS}[${long}]) * ${hours * 3600}`;
  return `(\n  ${above(long)}\n  and ${above(short)}\n  and ${failures} >= ${ENOUGH_FAILURES}\n)`;
}

const RUNBOOK: Runbook = {
  impact:
    'The service breaks what it promises. If it goes on, the budget of the period is gone, and the promise is broken as a whole.',
  diagnosis: [
    'See on its dashboard since when, for which callers and with which codes; for latency, which percentile rose.',
    'Follow failed or slow requests in Jaeger to the service at the end of the chain.',
    'See whether it began with a release, of it or of what it calls.',
  ],
  queries: [
    {
      query: 'sort_desc(slo:current_burn_rate:ratio)',
      tells: 'How many times too fast each budget is spent now; 1 uses up exactly all of it.',
    },
    { query: `sort(${BUDGET_REMAINING})`, tells: 'What is left of each budget; below 0 it is overspent.' },
    { query: `topk(10, ${SLO_ERRORS})`, tells: 'Where most requests a second break a promise.' },
  ],
  mitigation: [
    'If it began with a release, bring the version before it back.',
    'If a dependency is at fault, mend that; an alert of its own says how.',
    'Until the budget has recovered, release only what makes the service more reliable.',
  ],
};

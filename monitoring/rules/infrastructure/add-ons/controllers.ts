import type { WatchedAddOnName } from '../../../../src/model/observability.ts';
import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { type Selector, selector } from '../../../forms/selector.ts';
import { ADD_ONS } from '../../../forms/uid.ts';

/** Attempts that fail, as a controller counts them: one now and then is nothing, as it is tried again. */
interface Failing {
  readonly addOn: WatchedAddOnName;
  readonly alert: string;
  readonly metric: string;
  readonly matchers?: readonly string[];
  readonly by: readonly string[];
  /** Labels of the series of the test. */
  readonly example: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly impact: string;
  readonly diagnosis: readonly string[];
  readonly mitigation: readonly string[];
}

/** A controller whose attempts have failed again and again for a quarter of an hour. */
export function controllerFailing(failing: Failing): AlertRule {
  const { alert, metric, matchers = [], by, example, summary, description } = failing;
  const of: Selector = selector(failing.addOn);
  const series = of(metric, ...example);
  const rate = `sum by (${by.join(', ')}) (rate(${of(metric, ...matchers)}[5m]))`;
  return {
    alert,
    expr: `${rate} > 0`,
    for: '15m',
    severity: 'warning',
    summary,
    description,
    dashboard: ADD_ONS,
    runbook: runbookOf(failing, rate),
    test: {
      fires: scenario('it fails each minute', '40m', { [series]: '0+1x60' }),
      quiet: [
        scenario('it does not fail', '40m', { [series]: '7x60' }),
        scenario('it fails for five minutes', '40m', { [series]: '0x10 1+1x5 6x60' }),
        scenario('it starts again', '40m', { [series]: '9x20 0x60' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function runbookOf({ impact, diagnosis, mitigation }: Failing, rate: string): Runbook {
  return { impact, diagnosis, queries: [{ query: rate, tells: 'Failures a second.' }], mitigation };
}

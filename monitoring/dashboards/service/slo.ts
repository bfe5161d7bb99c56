import type { Environment } from '../../../src/model/environment.ts';
import type { Slo } from '../../../src/model/observability.ts';
import type { Service } from '../../../src/model/service.ts';
import type { Section } from '../../forms/panels/place.ts';
import { stat } from '../../forms/panels/stat.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';

/** What is left of each error budget, and how fast it is spent; nothing for a service that promises nothing. */
export function sloSection({ name, slo }: Service, { observability }: Environment): Section {
  const title = 'What it promises';
  if (!slo || !observability) return { title, panels: [] };
  const days = observability.sloDays;
  const own = `{service="${name}"}`;
  return {
    title,
    panels: [
      stat({
        title: 'Error budget left',
        description: `Share of the failures of ${days} days that may still happen. ${promises(slo)}.`,
        unit: 'percentunit',
        width: 8,
        height: 8,
        decimals: 1,
        steps: BUDGET,
        noValue: 'no requests yet',
        series: [[`slo:period_error_budget_remaining:ratio${own}`, '{{slo}}']],
      }),
      timeSeries({
        title: 'Error budget over time',
        description: `What was left of the budget of ${days} days at each moment. It grows as bad hours leave the period, and is below 0 once overspent.`,
        unit: 'percentunit',
        isSigned: true,
        max: 1,
        series: [[`slo:period_error_budget_remaining:ratio${own}`, '{{slo}}']],
      }),
      timeSeries({
        title: 'Burn rate',
        description: `How many times faster than allowed the budget is spent. At 1 it lasts exactly ${days} days; at 14.4 somebody is paged.`,
        unit: 'short',
        bound: 14.4,
        series: [[`slo:current_burn_rate:ratio${own}`, '{{slo}}']],
      }),
    ],
  };
}

/** Colours of what is left of an error budget. */
export const BUDGET = [
  [null, 'red'],
  [0.1, 'orange'],
  [0.3, 'green'],
] as const;

function promises({ availability, latency }: Slo): string {
  const said = [
    availability === undefined ? '' : `${availability} % of the requests succeed`,
    latency ? `${latency.percentile} % are answered within ${latency.milliseconds} ms` : '',
  ];
  return `Promised: ${said.filter(Boolean).join(', ')}`;
}

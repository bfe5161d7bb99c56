import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { RecordingRule } from '../../forms/rule.ts';
import { BUCKETS, ERRORS, REQUESTS } from '../services/series.ts';
import { BUDGET, LATENCY_BOUND, OBJECTIVE, objectivesOf } from './objective.ts';

/** Requests a second that a promise is about. */
export const SLO_REQUESTS = 'slo:requests:rate5m';

/** Requests a second that break it. */
export const SLO_ERRORS = 'slo:request_errors:rate5m';

/** Windows that alerts look at, with the period over which budgets are counted. Names as those of sloth. */
export type Window = '5m' | '30m' | '1h' | '2h' | '6h' | '1d' | '3d' | `${number}d`;

/** Share of the requests within a window that broke a promise; nothing where there were none. */
export function errorRatio(window: Window): string {
  return `slo:sli_error:ratio_rate${window}`;
}

const PERIOD_BURN_RATE = 'slo:period_burn_rate:ratio';

/** Share of the error budget of the period that is left; below 0 once it is overspent. */
export const BUDGET_REMAINING = 'slo:period_error_budget_remaining:ratio';

/** Shares of bad requests within the windows that pages look at, for all promises of all services. */
export function fastWindows(environment: Environment): readonly RecordingRule[] {
  const promised = new Set(objectivesOf(environment).map(({ slo }) => slo));
  return [
    ...(promised.has('availability') ? AVAILABILITY : []),
    ...(promised.has('latency') ? LATENCY : []),
    { record: errorRatio('5m'), expr: `${SLO_ERRORS} / (${SLO_REQUESTS} > 0)` },
    ...(['30m', '1h', '2h', '6h'] as const).map(over),
    { record: 'slo:current_burn_rate:ratio', expr: `${errorRatio('5m')} / ${BUDGET}` },
  ];
}

/** The same within the windows of tickets and the whole period, and what is left of the budget. */
export function slowWindows({ sloDays }: Observability): readonly RecordingRule[] {
  const period: Window = `${sloDays}d`;
  return [
    ...(['1d', '3d', period] as const).map(over),
    { record: 'slo:time_period:days', expr: `0 * ${OBJECTIVE} + ${sloDays}` },
    { record: PERIOD_BURN_RATE, expr: `${errorRatio(period)} / ${BUDGET}` },
    { record: BUDGET_REMAINING, expr: `1 - ${PERIOD_BURN_RATE}` },
  ];
}

/** By the same counts as those of five minutes, added up: a quiet night weighs as little as it had requests. */
function over(window: Window): RecordingRule {
  const sum = (series: string) => `sum_over_time(${series}[${window}])`;
  return { record: errorRatio(window), expr: `${sum(SLO_ERRORS)} / (${sum(SLO_REQUESTS)} > 0)` };
}

const promisedBy = (slo: string) => `and on (namespace, service) ${OBJECTIVE}{slo="${slo}"}`;

const AVAILABILITY: readonly RecordingRule[] = [
  {
    record: SLO_REQUESTS,
    expr: `${REQUESTS} ${promisedBy('availability')}`,
    labels: { slo: 'availability' },
  },
  { record: SLO_ERRORS, expr: `${ERRORS} ${promisedBy('availability')}`, labels: { slo: 'availability' } },
];

const COUNTED = `sum without (le) (${BUCKETS}{le="+Inf"} ${promisedBy('latency')})`;
const IN_TIME = `sum without (le) (${BUCKETS} and on (namespace, service, le) ${LATENCY_BOUND})`;

/** Requests that fail count by how long they took: that they fail is what availability is about, and costs only once. */
const LATENCY: readonly RecordingRule[] = [
  { record: SLO_REQUESTS, expr: COUNTED, labels: { slo: 'latency' } },
  { record: SLO_ERRORS, expr: `clamp_min(${COUNTED} - ${IN_TIME}, 0)`, labels: { slo: 'latency' } },
];

import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook, Scenario } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { asked, askedFor, byAsked, inServices, REQUESTS, scraped } from './series.ts';

/**
 * Services that get far fewer requests than at the same time yesterday. Not when it was as quiet a week ago, as on the
 * first day of a weekend, nor when they were idle yesterday, are gone since, or are too new to tell.
 */
export function trafficDropped(environment: Environment): AlertRule {
  const place = inServices(environment);
  const now = `(${REQUESTS} or 0 * ${around('1d')})`;
  const few = `${now} < ${SHARE} * (${around('1d')} > ${ENOUGH_BEFORE})`;
  const usual = `(${now} >= ${SHARE} * ${around('7d')})`;
  const alive = `sum by (namespace, service) (${scraped('up', place)})`;
  return {
    alert: 'ServiceTrafficDropped',
    expr: `${few}\nunless\n${usual}\nand\n${alive}`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.service }} gets hardly any requests',
    description:
      '{{ $labels.namespace }}/{{ $labels.service }} gets {{ $value | printf "%.2f" }} requests a second, less than a fifth of what it got at this time yesterday.',
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: runbook(environment),
    test: {
      fires: history('requests stop after a day', '25h', environment, `0+120x1450 174000x100`),
      quiet: [
        history('as many as yesterday', '25h', environment, '0+120x1600'),
        history('half as many', '25h', environment, '0+120x1450 174000+60x100'),
        history('counters restart', '25h', environment, '0+120x1490 0+120x100'),
        history('it is too new', '5h', environment, '0+120x100 12000x300'),
        history('hardly any yesterday either', '25h', environment, '0+6x1450 8700x100'),
        history('as quiet a week ago', '171h', environment, '0x300 0+120x9900 1188000x100'),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** Less than this share of what was there before is a drop. */
const SHARE = 0.2;

/** Requests a second below which yesterday says little. */
const ENOUGH_BEFORE = 0.5;

/** The mean of half an hour around the same time some days ago. */
function around(days: '1d' | '7d'): string {
  const before = { '1d': '23h45m', '7d': '6d23h45m' }[days];
  return `avg_over_time(${REQUESTS}[30m] offset ${before})`;
}

function history(name: string, at: string, environment: Environment, values: string): Scenario {
  const own = [inServices(environment), 'service="api"', 'pod="api-1"'];
  return scenario(name, at, {
    [askedFor('api', environment)('istio_requests_total', 'response_code="200"')]: values,
    [scraped('up', ...own)]: '1x11000',
  });
}

const runbook = (environment: Environment): Runbook => ({
  impact: 'Something before the service may keep users from reaching it, and no error is counted there.',
  diagnosis: [
    'See whether public hosts answer: alerts PublicHostDown and LoadBalancer5xx.',
    'See on its dashboard which callers are missing, and look at those.',
    'Holidays and ended campaigns look like this too.',
  ],
  queries: [
    {
      query: `topk(10, ${around('1d')} - ${REQUESTS})`,
      tells: 'Which services lack most requests a second against yesterday.',
    },
    {
      query: `sum by (service, source_workload) (${byAsked(`rate(${asked(environment)('istio_requests_total')}[5m])`)})`,
      tells: 'Who calls whom now.',
    },
  ],
  mitigation: [
    'Mend the first part of the way that lacks requests: DNS, load balancer, gateway, caller.',
    'If it began with a release of a caller, bring the version before it back.',
  ],
});

import type { Environment } from '../../../src/model/environment.ts';
import type { AlertRule, Runbook, Scenario } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { asked, askedFor, byAsked, ERROR_RATIO, ERRORS, REQUESTS } from './series.ts';

/** Requests a second below which a share says little: thirty in five minutes. */
export const ENOUGH_REQUESTS = 0.1;

/** Services that fail one request in twenty, which pages, or one in a hundred for longer. */
export function highErrorRate(environment: Environment): readonly AlertRule[] {
  return [manyFail(environment), someFail(environment)];
}

const COMMON = {
  alert: 'ServiceHighErrorRate',
  summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests',
  dashboard: DASHBOARD_OF_SERVICE,
} as const;

function manyFail(environment: Environment): AlertRule {
  return {
    ...COMMON,
    expr: moreThan(0.05),
    for: '5m',
    severity: 'critical',
    description:
      '{{ $labels.namespace }}/{{ $labels.service }} has failed more than 5% of its requests for five minutes; now it is {{ $value | humanizePercentage }}.',
    runbook: runbook(environment),
    test: {
      fires: outcome('a tenth of the requests fail', '12m', environment, '0+54x20', '0+6x20'),
      quiet: [
        outcome('one in fifty fails', '12m', environment, '0+98x20', '0+2x20'),
        outcome('one of two requests fails', '12m', environment, '0+0.1x20', '0+0.1x20'),
        outcome('counters restart', '12m', environment, '5000+60x5 0+60x15', '400+1x5 0+1x15'),
        outcome('there are no requests', '12m', environment, '100x20', '10x20'),
        outcome('clients are at fault', '12m', environment, '0+54x20', '0+6x20', 'response_code="404"'),
        WITHOUT_SERIES,
      ],
    },
  };
}

function someFail(environment: Environment): AlertRule {
  const grpc = 'response_code="200",grpc_response_status="13"';
  return {
    ...COMMON,
    expr: moreThan(0.01),
    for: '15m',
    severity: 'warning',
    description:
      '{{ $labels.namespace }}/{{ $labels.service }} has failed more than 1% of its requests for 15 minutes; now it is {{ $value | humanizePercentage }}.',
    runbook: runbook(environment),
    test: {
      fires: outcome('one in fifty fails over gRPC', '25m', environment, '0+98x40', '0+2x40', grpc),
      quiet: [
        outcome('one in two hundred fails', '25m', environment, '0+199x40', '0+1x40'),
        outcome('it is over after five minutes', '25m', environment, '0+98x40', '0+2x5 10x35'),
        outcome('there are no requests', '25m', environment, '100x40', '10x40'),
        WITHOUT_SERIES,
      ],
    },
  };
}

function moreThan(share: number): string {
  return `${ERROR_RATIO} > ${share}\nand\n${REQUESTS} > ${ENOUGH_REQUESTS}`;
}

function outcome(
  name: string,
  at: string,
  environment: Environment,
  good: string,
  bad: string,
  code = 'response_code="503"',
): Scenario {
  const counted = (label: string) => askedFor('api', environment)('istio_requests_total', label);
  return scenario(name, at, { [counted('response_code="200"')]: good, [counted(code)]: bad });
}

const runbook = (environment: Environment): Runbook => ({
  impact: 'Users see errors, or wait while callers try again. Its error budget is being spent.',
  diagnosis: [
    'See on its dashboard since when, for which callers and with which codes.',
    'Failures that its own pods do not count never reached them. Flag UH: no pod is healthy; UO: the circuit is open; UF, URX: no connection; UT: time is up; NC: no such version (https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage).',
    'Read its errors: `kubectl -n <namespace> logs -l app.kubernetes.io/name=<service> -c <service> --since=15m --tail=500`, or follow a failed request in Jaeger.',
    'See whether what it calls fails as well: then the trouble is there.',
    'See whether it began with a release.',
  ],
  queries: [
    {
      query: `topk(10, sum by (service, response_code, response_flags) (${byAsked(`rate(${asked(environment)('istio_requests_total', 'response_code!~"[23].."')}[5m])`)}))`,
      tells: 'With which codes that are no success, and flags, requests to services end.',
    },
    {
      query: `topk(10, sum by (service, source_workload) (${byAsked(`rate(${asked(environment)('istio_requests_total', 'response_code=~"5.."')}[5m])`)}))`,
      tells: 'Which callers see the failures; those of one caller only are often its own doing.',
    },
    {
      query: `topk(10, ${ERRORS})`,
      tells: 'Where most requests fail: the first cause is often at the end of the chain.',
    },
  ],
  mitigation: [
    'If it began with a release, bring the version before it back.',
    'If a dependency is at fault, mend that; an alert of its own says how.',
    'If it is overloaded, raise `scaling.max` or limit the rate of the client that causes it.',
  ],
});

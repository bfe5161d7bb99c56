import { cloudwatch, NO_VALUE } from '../../forms/cloudwatch.ts';
import type { AlertRule } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { PLATFORM_OVERVIEW } from '../../forms/uid.ts';

/** Failures that the load balancer sees: its own, which no service counts, and those of the gateway behind it. */
export function loadBalancerAlerts(): readonly AlertRule[] {
  return [ERRORS, OF_TARGETS];
}

const FAILED = 'aws_applicationelb_httpcode_elb_5_xx_count_sum';
const ALL = 'aws_applicationelb_request_count_sum';
const BY = 'by (dimension_LoadBalancer)';
const FAILED_BEHIND = 'aws_applicationelb_httpcode_target_5_xx_count_sum';
const [failed, failedBehind, all] = [FAILED, FAILED_BEHIND, ALL].map((metric) =>
  cloudwatch(metric, 'dimension_LoadBalancer="app/shop/1"'),
) as [string, string, string];

/** More than thirty in five minutes, as CloudWatch counts them, and more than one in twenty. */
function many(metric: string): string {
  const most = (of: string) => `max ${BY} (${cloudwatch(of)})`;
  return `${most(metric)} > 30\nand\n${most(metric)} / (${most(ALL)} > 0) > 0.05`;
}

/** A request that the balancer fails itself is in both counts. */
const ERRORS: AlertRule = {
  alert: 'LoadBalancer5xx',
  expr: many(FAILED),
  for: '10m',
  severity: 'critical',
  summary: 'The load balancer fails requests itself',
  description:
    '{{ $labels.dimension_LoadBalancer }} failed {{ $value }} requests within five minutes, more than 5%, and that goes on.',
  dashboard: PLATFORM_OVERVIEW,
  runbook: {
    impact: 'Users see errors on every public host, and no service counts them.',
    diagnosis: [
      'See whether its targets are healthy: the target group of the load balancer in the console of EC2.',
      'See whether the pods of the gateway run: `kubectl -n <gateway> get pods`',
      '504 is a gateway that does not answer in time, 503 no healthy target, 502 one that closes connections.',
    ],
    queries: [
      { query: cloudwatch(FAILED), tells: 'Requests that the balancer failed, in five minutes.' },
      {
        query: cloudwatch(FAILED_BEHIND),
        tells: 'Requests that services failed, in five minutes.',
      },
    ],
    mitigation: [
      'Bring the gateway back: its pods, its certificate, its security group.',
      'If it began with a release of routes or certificates, bring the one before it back.',
    ],
  },
  test: {
    fires: scenario('a tenth of the requests', '20m', { [failed]: '100x40', [all]: '1000x40' }),
    quiet: [
      scenario('one in a hundred', '20m', { [failed]: '100x40', [all]: '10000x40' }),
      scenario('two of three requests', '20m', { [failed]: '2x40', [all]: '3x40' }),
      scenario('five minutes of it', '20m', { [failed]: '100x5 0x40', [all]: '1000x40' }),
      scenario('there are no requests', '20m', { [failed]: NO_VALUE, [all]: '0x40' }),
      WITHOUT_SERIES,
    ],
  },
};

/** The same requests as the gateway counts, seen by somebody else: true also where Prometheus does not reach the gateway. */
const OF_TARGETS: AlertRule = {
  alert: 'LoadBalancerTarget5xx',
  expr: many(FAILED_BEHIND),
  for: '10m',
  severity: 'critical',
  summary: 'The platform fails requests from outside',
  description:
    'What is behind {{ $labels.dimension_LoadBalancer }} failed {{ $value }} requests within five minutes, more than 5%, and that goes on.',
  dashboard: PLATFORM_OVERVIEW,
  runbook: {
    impact: 'Users see errors.',
    diagnosis: [
      'See which service it is: alerts ServiceHighErrorRate and MeshGatewayFailing.',
      'If neither fires, see whether Prometheus reads the gateway: `up{job="gateway"}`.',
    ],
    queries: [
      {
        query: cloudwatch(FAILED_BEHIND),
        tells: 'Requests that failed behind the balancer, in five minutes.',
      },
      {
        query:
          'topk(10, sum by (destination_service_name, response_code, response_flags) (rate(istio_requests_total{job="gateway",reporter="source",response_code=~"5.."}[5m])))',
        tells: 'For which service they were, and how they ended.',
      },
    ],
    mitigation: [
      'Follow the runbook of the alert of the service.',
      'If it began with a release, bring the version before it back.',
    ],
  },
  test: {
    fires: scenario('a tenth of the requests', '20m', { [failedBehind]: '100x40', [all]: '1000x40' }),
    quiet: [
      scenario('one in a hundred', '20m', { [failedBehind]: '100x40', [all]: '10000x40' }),
      scenario('two of three requests', '20m', { [failedBehind]: '2x40', [all]: '3x40' }),
      scenario('five minutes of it', '20m', { [failedBehind]: '100x5 0x40', [all]: '1000x40' }),
      scenario('there are no requests', '20m', { [failedBehind]: NO_VALUE, [all]: '0x40' }),
      WITHOUT_SERIES,
    ],
  },
};

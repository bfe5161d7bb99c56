import { expect, test } from 'vitest';
import type { Observability } from '../../../src/model/observability.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import type { Scenario } from '../../forms/rule.ts';
import { hasPromtool, judgeRecordings } from '../promtool.fixture.ts';
import { sloGroups } from '../slo/groups.ts';
import { serviceGroups } from './groups.ts';
import { askedFor } from './series.ts';

if (!hasPromtool) process.stderr.write('recorded numbers are not proven: promtool is not on PATH\n');

const shop = observedShop();
const groups = [...serviceGroups(shop), ...sloGroups(shop)];

const istio = (metric: string, labels: string, values: string): Scenario['series'][number] => ({
  series: askedFor('api', shop)(`istio_${metric}`, labels),
  values,
});
const requests = (labels: string, values: string) => istio('requests_total', labels, values);
const bucket = (le: string, values: string, pod = 'a') =>
  istio('request_duration_milliseconds_bucket', `pod="${pod}",le="${le}"`, values);

const API = 'service="api"';
const TWO_PODS = [
  requests('pod="a",response_code="200"', '0+60x30'),
  requests('pod="b",response_code="200"', '0+54x30'),
  requests('pod="b",response_code="503"', '0+3x30'),
  requests('pod="b",response_code="200",grpc_response_status="14"', '0+3x30'),
  requests('pod="b",response_code="404"', '0+0x30'),
];
// Nobody healthy at the gateway, too late within; what the pods answered themselves says nothing of either.
const NEVER_REACHED = [
  requests('response_code="503",response_flags="UH",destination_workload="unknown"', '0+30x30'),
  {
    series: askedFor('api', shop, 'services')('istio_requests_total', 'response_code="504"'),
    values: '0+30x30',
  },
  {
    series:
      'istio_requests_total{job="services",namespace="shop",reporter="destination",service="api",response_code="200"}',
    values: '0+60x30',
  },
  {
    series:
      'istio_requests_total{job="services",namespace="shop",reporter="source",service="api",destination_service="sqs.us-east-1.amazonaws.com",destination_service_name="sqs.us-east-1.amazonaws.com",response_code="200"}',
    values: '0+60x30',
  },
];
const RESTARTED = [requests('pod="a",response_code="200"', '6000+60x16 0+60x13')];
const SILENT = [
  requests('pod="a",response_code="200"', '900x30'),
  requests('pod="a",response_code="500"', '90x30'),
  bucket('500', '900x30'),
  bucket('+Inf', '990x30'),
];
// As Prometheus 3 writes bounds that it reads, and as Istio does.
const SLOW = [
  bucket('250.0', '0+30x30'),
  bucket('500.0', '0+90x30'),
  bucket('1000.0', '0+120x30'),
  bucket('+Inf', '0+120x30'),
];
const LONG = [bucket('1.8e+06', '0+30x30'), bucket('+Inf', '0+60x30')];

const NUMBERS: readonly (readonly [string, Scenario['series'], string, number | undefined])[] = [
  ['requests of all pods', TWO_PODS, `service:requests:rate5m{${API}}`, 2],
  [
    'failures over HTTP and gRPC, not those of clients',
    TWO_PODS,
    `service:request_errors:rate5m{${API}}`,
    0.1,
  ],
  ['their share', TWO_PODS, `service:request_errors:ratio_rate5m{${API}}`, 0.05],
  ['requests that reached no pod', NEVER_REACHED, `service:requests:rate5m{${API}}`, 1],
  ['all of which failed', NEVER_REACHED, `service:request_errors:ratio_rate5m{${API}}`, 1],
  ['and no other requests', NEVER_REACHED, 'service:requests:rate5m', 1],
  ['a counter that restarts', RESTARTED, `0 * (0.7 < service:requests:rate5m{${API}} < 1) + 1`, 1],
  ['a service that never failed', RESTARTED, `service:request_errors:ratio_rate5m{${API}}`, 0],
  ['no requests', SILENT, `service:requests:rate5m{${API}}`, 0],
  ['no share of no requests', SILENT, `service:request_errors:ratio_rate5m{${API}}`, undefined],
  ['no latency of no requests', SILENT, `service:request_duration_milliseconds:p99_5m{${API}}`, undefined],
  ['no error of an SLO without requests', SILENT, `slo:sli_error:ratio_rate1h{${API}}`, undefined],
  ['bounds as Istio writes them', SLOW, `service:request_duration_milliseconds_bucket:rate5m{le="500"}`, 1.5],
  ['bounds of half an hour', LONG, `service:request_duration_milliseconds_bucket:rate5m{le="1800000"}`, 0.5],
  ['the median', SLOW, `service:request_duration_milliseconds:p50_5m{${API}}`, 375],
  ['slow requests', SLOW, `slo:sli_error:ratio_rate5m{${API},slo="latency"}`, 0.25],
  ['how fast a budget of 5% is spent', SLOW, `slo:current_burn_rate:ratio{${API},slo="latency"}`, 5],
  [
    'what is left of a budget of 0.1%',
    TWO_PODS,
    `slo:period_error_budget_remaining:ratio{${API},slo="availability"}`,
    -49,
  ],
];

test.runIf(hasPromtool).each(NUMBERS)('%s', (_, series, query, value) => {
  const samples = value === undefined ? [] : [{ labels: '{}', value }];
  const recorded = { series, at: '20m', query: `round(sum(${query}), 0.0001)`, samples };
  expect(judgeRecordings(groups, shop.observability as Observability, recorded)).toBe('');
});

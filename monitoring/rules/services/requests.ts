import type { Environment } from '../../../src/model/environment.ts';
import type { RecordingRule, RuleGroup } from '../../forms/rule.ts';
import type { Selector } from '../../forms/selector.ts';
import { asked, BUCKETS, byAsked, ERROR_RATIO, ERRORS, latency, REQUESTS } from './series.ts';

/**
 * How many requests each service gets, how many fail and how long they take, as those see it who ask: what alerts, SLOs
 * and dashboards build on. Requests to a version that nobody was led to yet are not among them.
 */
export function requestRecordings(environment: Environment): RuleGroup {
  const of: Selector = (metric, ...matchers) =>
    asked(environment)(metric, ...withoutPreviews(environment), ...matchers);
  return {
    name: 'service-requests',
    rules: [
      { record: REQUESTS, expr: `sum by (namespace, service) (${byAsked(`rate(${of(TOTAL)}[5m])`)})` },
      { record: ERRORS, expr: `sum by (namespace, service) (${byAsked(failed(of))})\nor\n0 * ${REQUESTS}` },
      { record: ERROR_RATIO, expr: `${ERRORS} / (${REQUESTS} > 0)` },
      { record: BUCKETS, expr: bucketsByService(of) },
      ...([50, 95, 99] as const).map(quantile),
    ],
  };
}

const TOTAL = 'istio_requests_total';

/** What a canary is judged by as well: status 5xx, or for gRPC, which answers 200, a code that tells of the server's fault. */
function failed(of: Selector): string {
  const http = of(TOTAL, 'response_code=~"5.."');
  const grpc = of(TOTAL, 'response_code!~"5.."', `grpc_response_status=~"${SERVER_FAULTS}"`);
  return `rate(${http}[5m]) or rate(${grpc}[5m])`;
}

/** UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS: https://grpc.io/docs/guides/status-codes/ */
const SERVER_FAULTS = '2|4|12|13|14|15';

/**
 * Prometheus 3 writes bounds as floating-point numbers when it reads them, so `500` becomes `500.0`:
 * https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 */
function bucketsByService(of: Selector): string {
  const rate = `rate(${of('istio_request_duration_milliseconds_bucket')}[5m])`;
  const buckets = `sum by (namespace, service, le) (${byAsked(rate)})`;
  return AS_ISTIO_WRITES.reduce(
    (query, [written, original]) => `label_replace(${query}, "le", "${original}", "le", "${written}")`,
    buckets,
  );
}

/** From 1,000,000 on Prometheus writes exponents; Istio has two bounds that long, half an hour and an hour. */
const AS_ISTIO_WRITES: readonly (readonly [string, string])[] = [
  ['([0-9]+)[.]0', '$1'],
  ['1[.]8e[+]06', '1800000'],
  ['3[.]6e[+]06', '3600000'],
];

/** Nothing rather than NaN where there are no requests. */
function quantile(percentile: 50 | 95 | 99): RecordingRule {
  return {
    record: latency(percentile),
    expr: `histogram_quantile(${percentile / 100}, ${BUCKETS}) >= 0`,
  };
}

/** Services that lead to the version that is to take over are called after theirs. */
function withoutPreviews({ services }: Environment): readonly string[] {
  const previewed = services.filter(({ release }) => release?.strategy === 'blue-green');
  const names = previewed.map(({ name }) => `${name}-preview`);
  return names.length > 0 ? [`destination_service_name!~"${names.join('|')}"`] : [];
}

import type { Environment } from '../../../model/environment.ts';
import type { RecordingRule, RuleGroup } from '../rule.ts';
import { answered, BUCKETS, ERROR_RATIO, ERRORS, inServices, latency, REQUESTS } from './series.ts';

/** How many requests each service answers, how many fail and how long they take: what alerts, SLOs and dashboards build on. */
export function requestRecordings(environment: Environment): RuleGroup {
  const place = inServices(environment);
  return {
    name: 'service-requests',
    rules: [
      { record: REQUESTS, expr: `sum by (namespace, service) (rate(${total(place)}[5m]))` },
      { record: ERRORS, expr: `sum by (namespace, service) (${failed(place)})\nor\n0 * ${REQUESTS}` },
      { record: ERROR_RATIO, expr: `${ERRORS} / (${REQUESTS} > 0)` },
      { record: BUCKETS, expr: bucketsByService(place) },
      ...([50, 95, 99] as const).map(quantile),
    ],
  };
}

function total(place: string, ...matchers: readonly string[]): string {
  return answered('istio_requests_total', place, ...matchers);
}

/** What a canary is judged by as well: status 5xx, or for gRPC, which answers 200, a code that tells of the server's fault. */
function failed(place: string): string {
  const http = total(place, 'response_code=~"5.."');
  const grpc = total(place, 'response_code!~"5.."', `grpc_response_status=~"${SERVER_FAULTS}"`);
  return `rate(${http}[5m]) or rate(${grpc}[5m])`;
}

/** UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS: https://grpc.io/docs/guides/status-codes/ */
const SERVER_FAULTS = '2|4|12|13|14|15';

/**
 * Prometheus 3 writes bounds as floating-point numbers when it reads them, so `500` becomes `500.0`:
 * https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 */
function bucketsByService(place: string): string {
  const buckets = `sum by (namespace, service, le) (rate(${answered('istio_request_duration_milliseconds_bucket', place)}[5m]))`;
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

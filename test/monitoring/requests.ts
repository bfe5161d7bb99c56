/** Requests to one service over time, as sidecars of callers count them: so many a second, and some of them fail. */
export interface Traffic {
  readonly service: string;
  readonly perSecond: number;
  /** Since then, Unix seconds, half of the requests fail; never if undefined. */
  readonly failsSince: number | undefined;
}

/** Bounds of the buckets that requests fall into. All take 20 ms. */
const BUCKETS = ['5', '10', '25', '50', '100', '250', '500', '1000', '+Inf'];
const MILLISECONDS = 20;

/** When counting starts: seven hours ago, more than the second longest window of burn rates. */
export const HISTORY_SECONDS = 7 * 3600;

/**
 * What sidecars say of a service at a moment, a line a series, each with labels of the target added. Counters start
 * at `start`. Ends without a time, as an exporter tells it.
 */
export function samplesAt(traffic: Traffic, time: number, start: number, target = ''): readonly string[] {
  const failed = failedBy(traffic, time);
  const answered = (time - start) * traffic.perSecond - failed;
  return [
    ...ofCode(traffic.service, '200', answered, target),
    ...(traffic.failsSince === undefined ? [] : ofCode(traffic.service, '503', failed, target)),
  ];
}

function failedBy({ failsSince = Number.POSITIVE_INFINITY, perSecond }: Traffic, time: number): number {
  return Math.max(0, time - failsSince) * (perSecond / 2);
}

function ofCode(service: string, code: string, count: number, target: string): readonly string[] {
  const labels = [
    'reporter="source"',
    'source_workload="web-app"',
    `destination_service="${service}.shop.svc.cluster.local"`,
    'destination_service_namespace="shop"',
    `destination_workload="${service}"`,
    'destination_workload_namespace="shop"',
    `destination_service_name="${service}"`,
    `response_code="${code}"`,
    ...(target ? [target] : []),
  ].join(',');
  const value = count.toFixed(1);
  const histogram = 'istio_request_duration_milliseconds';
  return [
    `istio_requests_total{${labels}} ${value}`,
    ...BUCKETS.map(
      (le) =>
        `${histogram}_bucket{${labels},le="${le}"} ${Number(le.replace('+Inf', 'Infinity')) < MILLISECONDS ? '0.0' : value}`,
    ),
    `${histogram}_count{${labels}} ${value}`,
    `${histogram}_sum{${labels}} ${(count * MILLISECONDS).toFixed(1)}`,
  ];
}

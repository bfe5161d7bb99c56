import type { Service } from '../../src/model/service.ts';

/** Which requests are asked for: matchers between the braces, without them. */
export type Matchers = string;

/** Requests to a service as whoever asked saw them, the gateway or a sidecar, also those that reached no pod. */
export function askedOf(service: string, namespace: string): Matchers {
  return `job=~"gateway|services",reporter="source",destination_service="${service}.${namespace}.svc.cluster.local"`;
}

/** Requests that the pods of a service answered, as their own sidecars counted them. */
export function answeredBy(service: string, namespace: string): Matchers {
  return `namespace="${namespace}",service="${service}",reporter="destination"`;
}

/** Requests that the pods of a service sent, as their own sidecars counted them. */
export function sentBy(service: string, namespace: string): Matchers {
  return `namespace="${namespace}",service="${service}",reporter="source"`;
}

/** Requests a second, for each value of the labels. */
export function requestRate(matchers: Matchers, ...by: readonly string[]): string {
  return `${sum(by)} (rate(istio_requests_total{${matchers}}[$__rate_interval]))`;
}

/** Share of the requests that failed, 0 where none did, and nothing where there were none. */
export function errorRatio(matchers: Matchers, hasGrpc: boolean, ...by: readonly string[]): string {
  const all = requestRate(matchers, ...by);
  return `(${sum(by)} (${failures(matchers, hasGrpc)}) or ${all} * 0) / (${all} > 0)`;
}

/** Milliseconds within which a share of the requests was answered. */
export function latency(quantile: number, matchers: Matchers, ...by: readonly string[]): string {
  const buckets = `istio_request_duration_milliseconds_bucket{${matchers}}`;
  return `histogram_quantile(${quantile}, ${sum([...by, 'le'])} (rate(${buckets}[$__rate_interval])))`;
}

/** Whether calls to a service can fail with status 200, as those of gRPC do. */
export function speaksGrpc({ ports }: Pick<Service, 'ports'>): boolean {
  return ports.some(({ appProtocol }) => appProtocol.startsWith('grpc'));
}

function sum(by: readonly string[]): string {
  return by.length === 0 ? 'sum' : `sum by (${by.join(', ')})`;
}

/** Both kinds of failure have series of their own, so `or` gives all of them. */
function failures(matchers: Matchers, hasGrpc: boolean): string {
  const http = `rate(istio_requests_total{${matchers},response_code=~"5.."}[$__rate_interval])`;
  if (!hasGrpc) return http;
  const grpc = `response_code!~"5..",grpc_response_status=~"${SERVER_FAULTS}"`;
  return `${http} or rate(istio_requests_total{${matchers},${grpc}}[$__rate_interval])`;
}

/** UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS: https://grpc.io/docs/guides/status-codes/ */
const SERVER_FAULTS = '2|4|12|13|14|15';

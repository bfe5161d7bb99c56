import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';

/** The service whose new version is asked for, in its environment. */
export interface Source {
  readonly service: Service;
  readonly environment: Environment;
}

/** How far back a query looks: four scrapes of the usual 30 s, so that one that is late leaves no gap. */
export const WINDOW_MINUTES = 2;

/** Requests of the new version in the window; 0 where Prometheus has seen none. */
export function requestsQuery(source: Source): string {
  return `sum(increase(istio_requests_total{${newPods(source)}}[${WINDOW_MINUTES}m])) or vector(0)`;
}

/** Percent of the requests that did not fail. A version that answers nothing right gives 0, not nothing. */
export function successQuery(source: Source): string {
  const failed = failures(source).map((failure) => `(${rate(source, `,${failure}`)} or vector(0))`);
  const sum = failed.length > 1 ? `(${failed.join(' + ')})` : failed[0];
  return `100 * (1 - ${sum} / ${rate(source, '')})`;
}

/** Milliseconds within which that share of the requests was answered, read off Istio's buckets between their bounds. */
export function latencyQuery(source: Source, percentile: number): string {
  const buckets = `istio_request_duration_milliseconds_bucket{${newPods(source)}}`;
  return `histogram_quantile(${percentile / 100}, sum by (le) (rate(${buckets}[${WINDOW_MINUTES}m])))`;
}

function rate(source: Source, more: string): string {
  return `sum(rate(istio_requests_total{${newPods(source)}${more}}[${WINDOW_MINUTES}m]))`;
}

/**
 * Both versions are one workload and one service to Istio, so they are told apart by a label of the pods that
 * Prometheus has to keep when it scrapes them. `{{args.hash}}` is filled in by Argo Rollouts.
 */
function newPods({ service, environment }: Source): string {
  return [
    'reporter="destination"',
    `destination_workload_namespace="${environment.namespaces.services}"`,
    `destination_workload="${service.name}"`,
    'rollouts_pod_template_hash="{{args.hash}}"',
  ].join(',');
}

/** gRPC answers with status 200 and tells of the failure in a trailer. */
function failures({ service }: Source): readonly string[] {
  const http = 'response_code=~"5.."';
  const hasGrpc = service.ports.some(({ appProtocol }) => appProtocol.startsWith('grpc'));
  return hasGrpc ? [http, `response_code!~"5..",grpc_response_status=~"${SERVER_FAULTS}"`] : [http];
}

/** UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS: https://grpc.io/docs/guides/status-codes/ */
const SERVER_FAULTS = '2|4|12|13|14|15';

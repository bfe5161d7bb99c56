import type { Environment } from '../../../src/model/environment.ts';
import { KIND_TRAITS } from '../../../src/model/kind-traits.ts';
import { type Selector, selector } from '../../forms/selector.ts';

/**
 * Requests to services as whoever asked saw them: the gateway for those from outside, the sidecars of callers for those
 * within. Each is counted once, by its last attempt, also where it reached no pod: none is healthy, the circuit is open,
 * time is up. What a service is told of itself knows nothing of those. `destination_service` is the host in the cluster,
 * so that hosts outside are not among them.
 */
export function asked({ namespaces }: Environment): Selector {
  const host = `[^.]+[.]${namespaces.services}[.]svc[.].+`;
  return (metric, ...matchers) =>
    `${metric}{${['job=~"gateway|services"', 'reporter="source"', `destination_service=~"${host}"`, ...matchers].join(',')}}`;
}

/** A series of `asked` for tests: requests to a service from outside, or from a sidecar. */
export function askedFor(
  service: string,
  { namespaces: { services: namespace } }: Environment,
  job: 'gateway' | 'services' = 'gateway',
): Selector {
  return selector(
    job,
    'reporter="source"',
    `destination_service="${service}.${namespace}.svc.cluster.local"`,
    `destination_service_name="${service}"`,
    `destination_service_namespace="${namespace}"`,
    ...(job === 'services'
      ? [`namespace="${namespace}"`, 'service="caller"']
      : ['namespace="istio-ingress"']),
  );
}

/** The labels of a series of `asked` say who was asked, not who asked. */
export function byAsked(query: string): string {
  const service = `label_replace(${query}, "service", "$1", "destination_service_name", "(.+)")`;
  return `label_replace(${service}, "namespace", "$1", "destination_service_namespace", "(.+)")`;
}

/** Whether the pods of services could be scraped. */
export const scraped: Selector = selector('services');

/** Requests a second, by service. Recorded in `requests.ts`, like all below. */
export const REQUESTS = 'service:requests:rate5m';

/** Requests a second that failed by the service's own fault; 0 where it answers and none does. */
export const ERRORS = 'service:request_errors:rate5m';

/** Share of the requests that failed; nothing where there are no requests. */
export const ERROR_RATIO = 'service:request_errors:ratio_rate5m';

/** Requests a second by how long they took at most, `le` in milliseconds as Istio writes it: `500`, not `500.0`. */
export const BUCKETS = 'service:request_duration_milliseconds_bucket:rate5m';

/** Milliseconds within which that share of the requests is answered. */
export function latency(percentile: 50 | 95 | 99): string {
  return `service:request_duration_milliseconds:p${percentile}_5m`;
}

/** CPU of the service's own containers as a share of what they request, averaged over its pods. */
export const CPU_RATIO = 'service:cpu_usage:ratio_requests';

/** Memory of the service's own container that is nearest to its limit, as a share of it. */
export const MEMORY_RATIO = 'service:memory_usage:ratio_limits';

/** Share of the periods in which a service wanted more CPU than its limit allows. */
export const THROTTLED_RATIO = 'service:cpu_throttled:ratio_increase5m';

/** Matcher of the namespace that services run in. */
export function inServices({ namespaces }: Environment): string {
  return `namespace="${namespaces.services}"`;
}

/** Matcher of containers that do a service's own work: they have its name. */
export const OWN_CONTAINERS = 'container!="",container!~"istio-.+"';

/** Matchers of own containers of services that are kept running: those of runs may use whatever is free. */
export function runningContainers({ services }: Environment): string {
  const runs = services.filter(({ kind }) => KIND_TRAITS[kind].endsByItself).map(({ name }) => name);
  return `container!="",container!~"${['istio-.+', ...runs].join('|')}"`;
}

/** One value for each service, the highest, where a label holds the name of the service or contains it. */
export function byService(query: string, label: string, regex = '(.+)'): string {
  return `max by (namespace, service) (label_replace(${query}, "service", "$1", "${label}", "${regex}"))`;
}

import type { Environment } from '../../../model/environment.ts';
import { type Selector, selector } from '../infrastructure/selector.ts';

/** Requests that sidecars of services answered, seen from the service; `service` is whose pod it was. */
export const answered: Selector = selector('services', 'reporter="destination"');

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
  const runs = services.filter(({ kind }) => kind === 'cron' || kind === 'task').map(({ name }) => name);
  return `container!="",container!~"${['istio-.+', ...runs].join('|')}"`;
}

/** One value for each service, the highest, where a label holds the name of the service or contains it. */
export function byService(query: string, label: string, regex = '(.+)'): string {
  return `max by (namespace, service) (label_replace(${query}, "service", "$1", "${label}", "${regex}"))`;
}

import type { HttpRoute } from '../../../imports/istio.ts';
import type { ServiceDependency } from '../../../src/model/dependency.ts';

type Retries = NonNullable<HttpRoute['retries']>;

/**
 * Failures where the request has certainly not reached the service, so that repeating it cannot do anything twice.
 * `unavailable` and `cancelled`, in Istio's default, are answers of the service itself.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
 */
const NEVER_SENT = 'connect-failure,refused-stream,reset-before-request';

/** Also failures after the request was sent: only for calls whose repetition does no harm. */
const ANY_FAILURE = 'connect-failure,refused-stream,reset,gateway-error,unavailable,cancelled';

/** Retries at the edge, where nothing is known about the requests. */
export const EDGE_RETRIES: Retries = { attempts: 2, retryOn: NEVER_SENT };

/** The retries an edge asks for; undefined where it leaves them to Istio. */
export function retriesOf({ retries, perTryTimeout, idempotent }: ServiceDependency): Retries | undefined {
  if (retries === undefined) return undefined;
  if (retries === 0) return { attempts: 0 };
  if (idempotent) return { attempts: retries, perTryTimeout, retryOn: ANY_FAILURE };
  // A try that runs out of time has been sent and is not repeated: a limit of its own would only end slow calls early.
  return { attempts: retries, retryOn: NEVER_SENT };
}

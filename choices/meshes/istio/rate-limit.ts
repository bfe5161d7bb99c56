import type { Construct } from 'constructs';
import { anyPodOf } from '../../../charts/labels.ts';
import { EnvoyFilter } from '../../../imports/istio.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Service } from '../../../src/model/service.ts';
import type { RateLimit } from '../../../src/model/traffic.ts';
import { serviceMetadata } from './service-metadata.ts';

/**
 * Limits the requests each pod takes; more get status 429. The limit of a service grows with its pods.
 * Probes and metrics do not count: the sidecar answers them on a port of its own.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/local_rate_limit_filter
 */
export function addRateLimit(scope: Construct, service: Service, environment: Environment): void {
  const { rateLimit } = service;
  if (rateLimit === undefined) return;
  new EnvoyFilter(scope, {
    metadata: serviceMetadata(service, environment),
    spec: {
      workloadSelector: { labels: anyPodOf(service.name) },
      configPatches: [
        {
          applyTo: 'HTTP_FILTER',
          match: BEFORE_ROUTER,
          patch: { operation: 'INSERT_BEFORE', value: filter(rateLimit) },
        },
      ],
    },
  });
}

/** Last before the router, so that requests which authentication or authorization refuse use up no tokens. */
const BEFORE_ROUTER = {
  context: 'SIDECAR_INBOUND',
  listener: {
    filterChain: {
      filter: {
        name: 'envoy.filters.network.http_connection_manager',
        subFilter: { name: 'envoy.filters.http.router' },
      },
    },
  },
} as const;

const ALL = { numerator: 100, denominator: 'HUNDRED' };

function filter({ requests, seconds, burst }: RateLimit) {
  return {
    name: 'envoy.filters.http.local_ratelimit',
    typed_config: {
      '@type': 'type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit',
      stat_prefix: 'http_local_rate_limiter',
      token_bucket: { max_tokens: burst, tokens_per_fill: requests, fill_interval: `${seconds}s` },
      filter_enabled: { runtime_key: 'local_rate_limit_enabled', default_value: ALL },
      filter_enforced: { runtime_key: 'local_rate_limit_enforced', default_value: ALL },
      response_headers_to_add: LIMITED,
      // UNAVAILABLE, the default for gRPC, would be retried, which makes an overload worse.
      rate_limited_as_resource_exhausted: true,
    },
  };
}

/** Tells a refusal of the mesh from a 429 of the service. */
const LIMITED = [
  {
    header: { key: 'x-local-rate-limit', value: 'true' },
    append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
  },
];

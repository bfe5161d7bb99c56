import type { Construct } from 'constructs';
import { calledPorts } from '../../../charts/called-ports.ts';
import { CANARY, STABLE, workingPodsOf } from '../../../charts/labels.ts';
import { hasPreview, previewName, serviceHost } from '../../../charts/names.ts';
import { owned } from '../../../charts/owner.ts';
import { DestinationRule, type TrafficPolicy } from '../../../imports/istio.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { KIND_TRAITS } from '../../../src/model/kind-traits.ts';
import type { Service } from '../../../src/model/service.ts';
import type { CircuitBreaker } from '../../../src/model/traffic.ts';
import { serviceMetadata } from './service-metadata.ts';
import { isCanary } from './variant-routes.ts';

/**
 * How callers spread requests over a service's pods, how much they may have under way (each sidecar counts for
 * itself), and when they leave a failing pod alone; the same for the Service of a version that is to take over.
 * Without a `tls` block, so that Istio's automatic mutual TLS stays.
 */
export function addDestinationRules(scope: Construct, service: Service, environment: Environment): void {
  if (calledPorts(service).length === 0) return;
  addRule(scope, service, environment, service.name);
  if (!hasPreview(service)) return;
  const preview = addRule(scope, service, environment, previewName(service.name));
  owned(preview, { service: service.name, part: 'release' });
}

function addRule(scope: Construct, service: Service, environment: Environment, name: string): Construct {
  return new DestinationRule(scope, {
    metadata: { ...serviceMetadata(service, environment), name },
    spec: {
      host: serviceHost(environment, name),
      trafficPolicy: trafficPolicy(service),
      subsets: subsets(service),
    },
  });
}

/**
 * Callers of named pods say which one they want, as each has data of its own: there is nothing to balance, and an
 * ejected pod has no substitute.
 */
function trafficPolicy({ kind, loadBalancer, zones, circuitBreaker }: Service): TrafficPolicy {
  const limits = { connectionPool: connectionPool(circuitBreaker), retryBudget: retryBudget(circuitBreaker) };
  if (KIND_TRAITS[kind].hasNamedPods) return limits;
  return {
    // Left out, outlier detection alone would turn the preference of the own zone on.
    loadBalancer: { simple: loadBalancer, localityLbSetting: { enabled: zones === 'prefer' } },
    ...limits,
    outlierDetection: {
      consecutive5xxErrors: circuitBreaker.consecutive5xxErrors,
      interval: circuitBreaker.interval,
      baseEjectionTime: circuitBreaker.baseEjectionTime,
      maxEjectionPercent: circuitBreaker.maxEjectionPercent,
    },
  };
}

function connectionPool({ maxConnections, maxPendingRequests, maxRequests }: CircuitBreaker) {
  return {
    tcp: { maxConnections, connectTimeout: CONNECT_TIMEOUT },
    http: { http1MaxPendingRequests: maxPendingRequests, http2MaxRequests: maxRequests },
  };
}

/**
 * Without a limit Istio sets none, and callers multiply the load of a service that is slow already. A budget follows the
 * load, which a number of retries does not; three is Envoy's own minimum.
 */
function retryBudget({ maxRetryPercent }: CircuitBreaker) {
  return { percent: maxRetryPercent, minRetryConcurrency: 3 };
}

/**
 * Inside a cluster a connection takes milliseconds; two seconds leave room for one lost SYN, sent again after one.
 * Istio's ten would use up most callers' timeouts before a retry.
 */
const CONNECT_TIMEOUT = '2s';

function subsets(service: Service) {
  const { variants } = service;
  if (isCanary(service)) {
    // Argo Rollouts adds the template hash that tells the pods of the two versions apart.
    return [STABLE, CANARY].map((name) => ({ name, labels: workingPodsOf(service) }));
  }
  if (variants.length === 0) return undefined;
  return [STABLE, ...variants.map((variant) => variant.name)].map((name) => ({
    name,
    labels: { 'charthouse.dev/variant': name },
  }));
}

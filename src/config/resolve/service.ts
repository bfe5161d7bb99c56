import { istioIn } from '../../../choices/meshes/index.ts';
import { KIND_TRAITS } from '../../model/kind-traits.ts';
import type { DisruptionBudget, Scaling } from '../../model/scaling.ts';
import type { ContainerResources, Image, Service, Variant } from '../../model/service.ts';
import type { CircuitBreaker, LoadBalancer } from '../../model/traffic.ts';
import { istioDuration } from '../duration.ts';
import type { ScalingInput } from '../schema/scaling.ts';
import type { ServiceInput } from '../schema/service.ts';
import { configurationOf } from './configuration.ts';
import { dependenciesOf } from './dependencies.ts';
import { exposeOf } from './expose.ts';
import { filesOf } from './files.ts';
import { healthOf } from './health.ts';
import { identityOf } from './identity.ts';
import { imagesOf } from './images.ts';
import { placementOf } from './placement.ts';
import { reportPortNumbers } from './port-numbers.ts';
import { portsOf } from './ports.ts';
import { priorityClass } from './priority-class.ts';
import { releaseOf } from './release.ts';
import type { Scope } from './scope.ts';
import { sloOf } from './slo.ts';
import { usualStorageClass } from './storage-class.ts';
import { checkZones } from './zones.ts';

/** A service with its edges resolved, before the other ends are known. */
export type ServiceWithoutCallers = Omit<Service, 'callers'>;

/** Fills in every reference and default of a service. Reports what leads nowhere; the result is only used if nothing did. */
export function resolveService(name: string, input: ServiceInput, scope: Scope): ServiceWithoutCallers {
  const ports = portsOf(input);
  const images = imagesOf(name, input, scope);
  const proxy = istioIn(scope.document.mesh)?.proxy;
  const { config, secretVariables, secretFiles, secretKeys } = configurationOf({
    name,
    service: input,
    scope,
  });
  reportPortNumbers(name, input, scope);
  reportSidecarThatStays(name, input, scope);
  checkZones(name, input, scope);
  return {
    name,
    kind: input.kind,
    summary: input.summary,
    image: images.get('stable') as Image,
    command: input.command ?? [],
    args: input.args ?? [],
    ports,
    health: healthOf(name, input, scope),
    resources: containerResources(input.resources, input.qos),
    proxyResources: proxy && sidecarResources(proxy, input.qos),
    scaling: scalingOf(input.scaling),
    disruption: disruptionOf(input.disruption),
    ...placementOf(input),
    priorityClass: priorityClass(input.priority, ['services', name, 'priority'], scope),
    config,
    secretVariables,
    secretFiles,
    secretKeys,
    dependencies: dependenciesOf(name, input, scope),
    expose: exposeOf(name, input, scope),
    ...trafficOf(input),
    variants: variantsOf(input, images),
    release: releaseOf(input),
    stop: { drainSeconds: input.stop.drain, graceSeconds: input.stop.grace },
    slo: sloOf(input),
    files: filesOf({ name, service: input, scope }),
    writablePaths: [...(input.writablePaths ?? [])].sort(),
    ...lifeOf(input, usualStorageClass(scope.document)),
    identity: identityOf(input, scope.document),
  };
}

/** Before Kubernetes 1.29 a sidecar keeps a run from ending, and without one nobody in the mesh answers. */
function reportSidecarThatStays(name: string, { kind, uses = {} }: ServiceInput, scope: Scope): void {
  if (!istioIn(scope.document.mesh) || scope.document.cluster.kubernetes >= 29) return;
  if (!KIND_TRAITS[kind].endsByItself) return;
  for (const target of Object.keys(uses)) {
    if (scope.declared.get(target) !== 'services') continue;
    scope.report(['services', name, 'uses', target], `a ${kind} can call a service from Kubernetes 1.29 on`, {
      fix: 'upgrade the cluster: before, its sidecar would keep the run from ending',
      at: 'key',
    });
  }
}

function sidecarResources(
  { guaranteed, requests, limits }: NonNullable<ReturnType<typeof istioIn>>['proxy'],
  qos: ServiceInput['qos'],
): ContainerResources {
  return qos === 'Guaranteed'
    ? { requests: guaranteed, limits: guaranteed }
    : containerResources({ requests, limits }, qos);
}

function containerResources(
  { requests, limits }: ServiceInput['resources'],
  qos: ServiceInput['qos'],
): ContainerResources {
  if (qos === 'Guaranteed') return { requests, limits: requests };
  return { requests, limits: { cpu: limits.cpu, memory: limits.memory } };
}

function scalingOf(scaling: ScalingInput | undefined): Scaling {
  const { min = 0, max = 0, usual, cpu, memory, requestsPerSecond } = scaling ?? {};
  return { min, max, usual, cpu, memory, requestsPerSecond };
}

function disruptionOf({
  minAvailable,
  maxUnavailable = 1,
}: ServiceInput['disruption'] = {}): DisruptionBudget {
  return minAvailable === undefined ? { maxUnavailable } : { minAvailable };
}

const LOAD_BALANCERS: Readonly<Record<ServiceInput['loadBalancing'], LoadBalancer>> = {
  'least-request': 'LEAST_REQUEST',
  'round-robin': 'ROUND_ROBIN',
  random: 'RANDOM',
};

type TrafficOf = Pick<Service, 'rateLimit' | 'loadBalancer' | 'zones' | 'circuitBreaker'>;

function trafficOf(input: ServiceInput): TrafficOf {
  const { rateLimit, loadBalancing, zones, circuitBreaker: breaker } = input;
  const circuitBreaker: CircuitBreaker = {
    consecutive5xxErrors: breaker.consecutiveErrors,
    interval: istioDuration(breaker.interval),
    baseEjectionTime: istioDuration(breaker.ejectionTime),
    maxEjectionPercent: breaker.maxEjectionPercent,
    maxConnections: breaker.maxConnections,
    maxPendingRequests: breaker.maxPendingRequests,
    maxRequests: breaker.maxRequests,
    maxRetryPercent: breaker.maxRetryPercent,
  };
  return {
    rateLimit: rateLimit && {
      requests: rateLimit.requests,
      seconds: rateLimit.per,
      burst: rateLimit.burst ?? rateLimit.requests,
    },
    loadBalancer: LOAD_BALANCERS[loadBalancing],
    zones,
    circuitBreaker,
  };
}

function variantsOf({ variants = {} }: ServiceInput, images: ReadonlyMap<string, Image>): readonly Variant[] {
  return Object.entries(variants)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, variant]) => ({
      name,
      image: images.get(name) as Image,
      weight: variant.weight ?? 0,
      headers: variant.headers ?? {},
      scaling: scalingOf(variant.scaling),
    }));
}

function lifeOf(
  input: ServiceInput,
  usualClass: string,
): Pick<Service, 'volume' | 'schedule' | 'job' | 'migrate'> {
  const { volume, schedule, job, migrate } = input;
  return {
    volume: volume && {
      size: volume.size,
      mountPath: volume.path,
      storageClass: volume.storageClass ?? usualClass,
    },
    schedule: schedule && {
      cron: schedule.cron,
      timeZone: schedule.timeZone,
      concurrencyPolicy: schedule.concurrency,
      startingDeadlineSeconds: schedule.startingDeadline,
    },
    job: { backoffLimit: job.retries, activeDeadlineSeconds: job.timeout },
    migrate: migrate && {
      command: migrate.command,
      backoffLimit: migrate.retries,
      activeDeadlineSeconds: migrate.timeout,
    },
  };
}

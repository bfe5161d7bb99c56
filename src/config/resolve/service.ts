import type {
  CircuitBreaker,
  ContainerResources,
  Expose,
  Health,
  Image,
  LoadBalancer,
  Scaling,
  Service,
  Variant,
} from '../../model/service.ts';
import { istioDuration } from '../duration.ts';
import { nearest } from '../nearest.ts';
import type { ScalingInput } from '../schema/scaling.ts';
import type { ServiceInput } from '../schema/service.ts';
import { configurationOf } from './configuration.ts';
import { dependenciesOf } from './dependencies.ts';
import { imagesOf } from './images.ts';
import { portNamed, portsOf } from './ports.ts';
import type { Scope } from './scope.ts';

/** A service with its edges resolved, before the other ends are known. */
export type ServiceWithoutCallers = Omit<Service, 'callers'>;

/** Fills in every reference and default of a service. Reports what leads nowhere; the result is only used if nothing did. */
export function resolveService(name: string, input: ServiceInput, scope: Scope): ServiceWithoutCallers {
  const ports = portsOf(input);
  const images = imagesOf(name, input, scope);
  const proxy = scope.document.mesh.proxy;
  const { config, secretVariables, secretFiles, secretKeys } = configurationOf({
    name,
    service: input,
    scope,
  });
  reportSharedPortNumber(name, input, scope);
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
    proxyResources: containerResources(proxy, input.qos),
    scaling: scalingOf(input.scaling),
    priorityClass: priorityClassOf(name, input, scope),
    config,
    secretVariables,
    secretFiles,
    secretKeys,
    dependencies: dependenciesOf(name, input, scope),
    expose: exposeOf(name, input, scope),
    ...trafficOf(input),
    variants: variantsOf(input, images),
    stop: { drainSeconds: input.stop.drain, graceSeconds: input.stop.grace },
    writablePaths: [...(input.writablePaths ?? [])].sort(),
    ...lifeOf(input),
    roleArn: input.roleArn,
  };
}

function reportSharedPortNumber(name: string, input: ServiceInput, { report }: Scope): void {
  const seen = new Map<number, string>();
  for (const [port, number] of Object.entries(input.ports ?? {})) {
    const other = seen.get(number);
    if (other !== undefined)
      report(['services', name, 'ports', port], `port ${number} is \`${other}\` already`);
    seen.set(number, port);
  }
}

function healthOf(name: string, { health, ports }: ServiceInput, { report }: Scope): Health {
  const path = ['services', name, 'health', 'port'];
  const { startup, liveness, readiness, startupTime } = health;
  const all = portsOf({ ports } as ServiceInput);
  const asksPort = [startup, liveness, readiness].some(
    (probe) => probe !== undefined && probe.type !== 'exec',
  );
  const usual = health.port === undefined ? all[0] : undefined;
  const port = asksPort ? (usual ?? portNamed(all, health.port, path, name, report)) : undefined;
  return { port, startup, liveness, readiness, startupSeconds: startupTime };
}

function containerResources(
  { requests, limits }: ServiceInput['resources'],
  qos: ServiceInput['qos'],
): ContainerResources {
  if (qos === 'Guaranteed') return { requests, limits: requests };
  return { requests, limits: { cpu: limits.cpu, memory: limits.memory } };
}

function scalingOf(scaling: ScalingInput | undefined): Scaling {
  return { min: scaling?.min ?? 0, max: scaling?.max ?? 0, cpu: scaling?.cpu, memory: scaling?.memory };
}

function priorityClassOf(name: string, { priority }: ServiceInput, { document, report }: Scope): string {
  if (!Object.hasOwn(document.priorities, priority)) {
    const known = Object.keys(document.priorities);
    const guess = nearest(priority, known);
    report(['services', name, 'priority'], `no priority is named \`${priority}\``, {
      fix: guess ? `write \`${guess}\`` : `use one of: ${known.sort().join(', ')}`,
    });
  }
  return `${document.platform}-${priority}`;
}

function exposeOf(name: string, { expose, ports }: ServiceInput, scope: Scope): Expose | undefined {
  if (!expose || !ports) return undefined;
  const path = ['services', name, 'expose'];
  const port = portNamed(
    portsOf({ ports } as ServiceInput),
    expose.port,
    [...path, 'port'],
    name,
    scope.report,
  );
  if (expose.auth === 'jwt' && !scope.document.jwt) {
    scope.report([...path, 'auth'], 'expected a section `jwt` with the issuer of the tokens, found none', {
      fix: 'write jwt: {issuer: ..., jwksUri: ..., audiences: [...]}',
    });
  }
  if (!scope.document.ingress) {
    scope.report(path, 'expected a section `ingress`, as the service is exposed; found none', {
      fix: 'write ingress: {...}, or remove expose in this environment with null',
      at: 'key',
    });
  }
  if (!port) return undefined;
  const timeout = expose.timeout === undefined ? undefined : istioDuration(expose.timeout);
  return { host: expose.host, paths: expose.paths, auth: expose.auth, port, timeout };
}

const LOAD_BALANCERS: Readonly<Record<ServiceInput['loadBalancing'], LoadBalancer>> = {
  'least-request': 'LEAST_REQUEST',
  'round-robin': 'ROUND_ROBIN',
  random: 'RANDOM',
};

function trafficOf(input: ServiceInput): Pick<Service, 'rateLimit' | 'loadBalancer' | 'circuitBreaker'> {
  const { rateLimit, loadBalancing, circuitBreaker: breaker } = input;
  const circuitBreaker: CircuitBreaker = {
    consecutive5xxErrors: breaker.consecutiveErrors,
    interval: istioDuration(breaker.interval),
    baseEjectionTime: istioDuration(breaker.ejectionTime),
    maxEjectionPercent: breaker.maxEjectionPercent,
    maxConnections: breaker.maxConnections,
    maxPendingRequests: breaker.maxPendingRequests,
    maxRequests: breaker.maxRequests,
  };
  return {
    rateLimit: rateLimit && {
      requests: rateLimit.requests,
      seconds: rateLimit.per,
      burst: rateLimit.burst ?? rateLimit.requests,
    },
    loadBalancer: LOAD_BALANCERS[loadBalancing],
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

function lifeOf(input: ServiceInput): Pick<Service, 'volume' | 'schedule' | 'job' | 'migrate'> {
  const { volume, schedule, job, migrate } = input;
  return {
    volume: volume && { size: volume.size, mountPath: volume.path, storageClass: volume.storageClass },
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

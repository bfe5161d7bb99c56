import { KIND_TRAITS } from '../../model/kind-traits.ts';
import type { Report } from '../report.ts';
import type { ServiceInput } from '../schema/service.ts';
import { isMap, type Path, type YamlMap } from '../source.ts';
import { needsPort } from './health.ts';
import { portsOf, takesRequests } from './ports.ts';

/**
 * Reports settings of a service that would have no effect beside its others: nobody should believe in a rate limit
 * that is not there. What its kind has no use for is in `kind-rules.ts`.
 */
export function checkIneffectiveSettings(
  name: string,
  service: ServiceInput,
  written: YamlMap,
  report: Report,
): void {
  const path = ['services', name];
  checkPorts(path, service, written, report);
  checkProbes(path, service, report, written['health']);
  checkBreaker(path, service, report, written['circuitBreaker']);
  checkRequestLimits(path, service, report, written['circuitBreaker']);
  const stop = written['stop'];
  if (KIND_TRAITS[service.kind].ports === 'none' && isMap(stop) && Object.hasOwn(stop, 'drain')) {
    const fix = 'remove it: nobody calls it, so it stops at once';
    report([...path, 'stop', 'drain'], `drain means nothing for a ${service.kind}`, { fix, at: 'key' });
  }
}

/** What settings need beside them: somewhere that requests, or connections, come in. */
const NEEDS_HTTP = ['expose', 'rateLimit'];
const NEEDS_PORTS = ['loadBalancing', 'zones', 'circuitBreaker', 'variants'];

function checkPorts(path: Path, service: ServiceInput, written: YamlMap, report: Report): void {
  const ports = portsOf(service);
  // Other kinds refuse these settings, or need ports, and are told so already.
  const isTold = !service.ports && KIND_TRAITS[service.kind].ports !== 'optional';
  if (isTold || takesRequests(ports)) return;
  reportWithout('a port for HTTP or gRPC', NEEDS_HTTP, path, written, report);
  if (service.scaling?.requestsPerSecond !== undefined) {
    const fix = 'scale by cpu or memory, or add one: ports: {http: 8080}';
    const message = 'requestsPerSecond means nothing without a port for HTTP or gRPC';
    report([...path, 'scaling', 'requestsPerSecond'], message, { fix, at: 'key' });
  }
  if (ports.length === 0) reportWithout('ports', NEEDS_PORTS, path, written, report);
}

function reportWithout(
  what: string,
  keys: readonly string[],
  path: Path,
  written: YamlMap,
  report: Report,
): void {
  for (const key of keys) {
    if (!Object.hasOwn(written, key)) continue;
    const fix = 'remove it, or add one: ports: {http: 8080}';
    report([...path, key], `${key} means nothing without ${what}`, { fix, at: 'key' });
  }
}

function checkProbes(path: Path, { health, kind }: ServiceInput, report: Report, written: unknown): void {
  if (KIND_TRAITS[kind].endsByItself || !isMap(written)) return;
  const { startup, liveness, readiness } = health;
  const asksPort = needsPort(startup) || needsPort(liveness) || needsPort(readiness);
  if (Object.hasOwn(written, 'port') && !asksPort) {
    const fix = 'remove it, or add a probe: startup, liveness, readiness';
    report([...path, 'health', 'port'], 'no probe asks the port', { fix, at: 'key' });
  }
  if (Object.hasOwn(written, 'startupTime') && startup === undefined) {
    const fix = 'remove it, or add a startup probe';
    report([...path, 'health', 'startupTime'], 'startupTime means nothing without startup', {
      fix,
      at: 'key',
    });
  }
}

const OF_REQUESTS = ['maxPendingRequests', 'maxRequests'] as const;

/** Where the mesh sees bytes alone, it counts connections. */
function checkRequestLimits(path: Path, service: ServiceInput, report: Report, written: unknown): void {
  const ports = portsOf(service);
  if (ports.length === 0 || takesRequests(ports) || !isMap(written)) return;
  for (const key of OF_REQUESTS) {
    if (!Object.hasOwn(written, key)) continue;
    const fix = 'write maxConnections, or add a port: ports: {http: 8080}';
    const message = `${key} means nothing without a port for HTTP or gRPC`;
    report([...path, 'circuitBreaker', key], message, { fix, at: 'key' });
  }
}

const EJECTION = ['consecutiveErrors', 'interval', 'ejectionTime', 'maxEjectionPercent'] as const;

function checkBreaker(path: Path, { kind }: ServiceInput, report: Report, written: unknown): void {
  if (!KIND_TRAITS[kind].hasNamedPods || !isMap(written)) return;
  for (const key of EJECTION) {
    if (!Object.hasOwn(written, key)) continue;
    const fix = 'remove it: an ejected pod has no substitute, so none is ejected';
    report([...path, 'circuitBreaker', key], `${key} means nothing for a ${kind}`, { fix, at: 'key' });
  }
}

import type { Port } from '../../model/dependency.ts';
import { KIND_TRAITS } from '../../model/kind-traits.ts';
import type { Health, ProbeAction } from '../../model/service.ts';
import type { ServiceInput } from '../schema/service.ts';
import { isHttp, portNamed, portsOf } from './ports.ts';
import type { Scope } from './scope.ts';

/** The probes of a service with the port they ask: its first, if none is named. Reports a port it does not have. */
export function healthOf(name: string, service: ServiceInput, scope: Scope): Health {
  const { startup, liveness, readiness, startupTime } = service.health;
  const asksPort = needsPort(startup) || needsPort(liveness) || needsPort(readiness);
  const port = asksPort ? probedPort(name, service, scope) : undefined;
  if (port) reportPathsOfBytes(name, service, port, scope);
  return { port, startup, liveness, readiness, startupSeconds: startupTime };
}

/** A path is asked for in HTTP, without encryption, which other programs do not answer. */
function reportPathsOfBytes(name: string, { health }: ServiceInput, port: Port, { report }: Scope): void {
  if (isHttp(port)) return;
  for (const probe of ['startup', 'liveness', 'readiness'] as const) {
    if (health[probe]?.type !== 'http') continue;
    const fix = `write ${probe}: tcp, or let health.port name a port for HTTP`;
    report(['services', name, 'health', probe], `port \`${port.name}\` answers no path`, { fix });
  }
}

/** Whether a probe asks a port: all do but commands. */
export function needsPort(probe: ProbeAction | undefined): boolean {
  return probe !== undefined && probe.type !== 'exec';
}

function probedPort(name: string, service: ServiceInput, { report }: Scope): Health['port'] {
  const path = ['services', name, 'health'];
  const ports = portsOf(service);
  if (ports.length > 0 && service.health.port === undefined) return ports[0];
  if (ports.length > 0) return portNamed(ports, service.health.port, [...path, 'port'], name, report);
  if (KIND_TRAITS[service.kind].ports === 'optional') {
    const fix = 'give the service ports, or let the probe be a command: liveness: [./healthy]';
    report(path, 'probes ask a port, and the service has none', { fix, at: 'key' });
  }
  return undefined;
}

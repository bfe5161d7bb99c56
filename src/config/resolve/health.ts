import type { Health, ProbeAction } from '../../model/service.ts';
import type { ServiceInput } from '../schema/service.ts';
import { portNamed, portsOf } from './ports.ts';
import type { Scope } from './scope.ts';

/** The probes of a service with the port they ask: its first, if none is named. Reports a port it does not have. */
export function healthOf(name: string, service: ServiceInput, scope: Scope): Health {
  const { startup, liveness, readiness, startupTime } = service.health;
  const asksPort = needsPort(startup) || needsPort(liveness) || needsPort(readiness);
  const port = asksPort ? probedPort(name, service, scope) : undefined;
  return { port, startup, liveness, readiness, startupSeconds: startupTime };
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
  if (service.kind === 'worker' || service.kind === 'stateful') {
    const fix = 'give the service ports, or let the probe be a command: liveness: [./healthy]';
    report(path, 'probes ask a port, and the service has none', { fix, at: 'key' });
  }
  return undefined;
}

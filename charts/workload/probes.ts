import type { Container, Probe } from '../../imports/kubernetes.ts';
import type { Port } from '../../src/model/dependency.ts';
import type { Health, ProbeAction } from '../../src/model/service.ts';
import { verbatim } from './verbatim.ts';

/**
 * The probes of a container. A start is asked often, for as long as it may take, and the others wait for it.
 * Liveness is the slowest to judge, as a restart under load makes the load of the others worse.
 */
export function probes(health: Health): Pick<Container, 'startupProbe' | 'livenessProbe' | 'readinessProbe'> {
  const { port, startup, liveness, readiness, startupSeconds } = health;
  const failureThreshold = Math.max(1, Math.ceil(startupSeconds / STARTUP_PERIOD));
  return {
    startupProbe: startup && probe(startup, port, STARTUP_PERIOD, failureThreshold),
    livenessProbe: liveness && probe(liveness, port, 10, 3),
    readinessProbe: readiness && probe(readiness, port, 5, 3),
  };
}

const STARTUP_PERIOD = 5;

function probe(
  action: ProbeAction,
  port: Port | undefined,
  periodSeconds: number,
  failureThreshold: number,
): Probe {
  return {
    ...handler(action, port),
    periodSeconds,
    // A command starts a process, which on a busy node takes longer than an answer does.
    timeoutSeconds: action.type === 'exec' ? 5 : 2,
    failureThreshold,
  };
}

function handler(
  action: ProbeAction,
  port: Port | undefined,
): Pick<Probe, 'httpGet' | 'grpc' | 'tcpSocket' | 'exec'> {
  if (action.type === 'exec') return { exec: { command: action.command.map(verbatim) } };
  if (!port) throw new Error(`a ${action.type} probe without a port: the configuration gives it one`);
  if (action.type === 'http') return { httpGet: { path: action.path, port: port.name } };
  // The one action that Kubernetes does not take a port's name for.
  if (action.type === 'grpc') return { grpc: { port: port.number } };
  return { tcpSocket: { port: port.name } };
}

import type { IContainer } from 'kubernetes-models/v1';
import type { Workload } from './workload.ts';

/** Ports of the injected proxy that others may ask. https://istio.io/latest/docs/ops/deployment/application-requirements/ */
const PROXY_PORTS = new Set([15008, 15020, 15021, 15090]);

/**
 * Whether pods of a workload listen on a port, as a number or a name. Containers may listen without saying so: that a
 * number is missing is known only when every container that keeps running names its ports.
 */
export function mayListenOn(workload: Workload, port: number | string, protocol = 'TCP'): boolean {
  const running = workload.containers.filter(({ role }) => role !== 'init');
  const wanted = typeof port === 'string' && DIGITS.test(port) ? Number(port) : port;
  if (typeof wanted === 'number' && PROXY_PORTS.has(wanted)) return true;
  if (typeof wanted === 'number' && running.some(({ container }) => !container.ports?.length)) return true;
  return running.some(({ container }) => declares(container, wanted, protocol));
}

const DIGITS = /^\d+$/;

function declares({ ports = [] }: IContainer, wanted: number | string, protocol: string): boolean {
  return ports.some(
    (port) =>
      (port.protocol ?? 'TCP') === protocol && (port.containerPort === wanted || port.name === wanted),
  );
}

/** The ports a workload's containers name, for messages: `http 8080`. */
export function declaredPorts({ containers }: Workload): readonly string[] {
  return containers.flatMap(({ container }) =>
    (container.ports ?? []).map(({ name, containerPort }) =>
      name ? `${name} ${containerPort}` : `${containerPort}`,
    ),
  );
}

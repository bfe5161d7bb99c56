import type { Port } from '../src/model/dependency.ts';
import type { Service } from '../src/model/service.ts';

/**
 * The ports of a service that requests go to. Metrics are read through the sidecar, so their port is one only where a
 * service says that it calls it, or it is exposed: no policy admits anybody else.
 */
export function calledPorts({ ports, callers, expose }: Service): readonly Port[] {
  return ports.filter(
    ({ name }) =>
      name !== 'metrics' || expose?.port.name === name || callers.some(({ edge }) => edge.port.name === name),
  );
}

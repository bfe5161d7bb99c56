import type { Check } from '../check.ts';

export const hostPortUnused: Check = {
  name: 'host-port-unused',
  topic: 'pods',
  severity: 'error',
  summary: 'No container takes a port of its node.',
  why: 'Only one such pod fits on a node, so rollouts get stuck, and the port is open to whoever reaches the node.',
  fix: 'Remove `hostPort`; expose the service with `expose`.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        // 0 is the same as none.
        for (const { name, containerPort, hostPort } of container.ports?.filter((port) => port.hostPort) ??
          []) {
          tell(
            object,
            `${field}.ports[${name ?? containerPort}].hostPort`,
            `expected none, found ${hostPort}`,
          );
        }
      }
    }
  },
};

import type { IProbe } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';
import { declaredPorts, mayListenOn } from '../inventory/pod-ports.ts';
import { listed } from '../inventory/spec.ts';
import type { PodContainer, Workload } from '../inventory/workload.ts';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

export const probePortDeclared: Check = {
  name: 'probe-port-declared',
  topic: 'reliability',
  severity: 'error',
  summary: 'Probes ask ports that the pod declares.',
  why: 'A probe of a port that nobody listens on always fails: the pod is never ready, or is restarted for ever.',
  fix: "Name one of the service's `ports` in `health.port`, or declare the port.",
  sources: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  ],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      for (const placed of workload.containers) {
        for (const { field, port } of strayProbes(placed, workload)) {
          tell(workload.object, field, `expected one of ${listed(declaredPorts(workload))}, found ${port}`);
        }
      }
    }
  },
};

interface Asked {
  readonly field: string;
  readonly port: number | string;
}

function strayProbes({ container, field }: PodContainer, workload: Workload): readonly Asked[] {
  return PROBES.flatMap((probe) => portsOf(container[probe], `${field}.${probe}`)).filter(({ port }) =>
    // The kubelet looks a name up in the container that has the probe; a number is of the pod.
    typeof port === 'number'
      ? !mayListenOn(workload, port)
      : !container.ports?.some(({ name }) => name === port),
  );
}

function portsOf(probe: IProbe | undefined, field: string): readonly Asked[] {
  const { httpGet, tcpSocket, grpc } = probe ?? {};
  return [
    ...(httpGet ? [{ field: `${field}.httpGet.port`, port: httpGet.port }] : []),
    ...(tcpSocket ? [{ field: `${field}.tcpSocket.port`, port: tcpSocket.port }] : []),
    ...(grpc ? [{ field: `${field}.grpc.port`, port: grpc.port }] : []),
  ];
}

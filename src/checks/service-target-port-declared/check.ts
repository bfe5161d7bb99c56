import type { IServicePort, IServiceSpec } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';
import { declaredPorts, mayListenOn } from '../inventory/pod-ports.ts';
import { listed, namespaceOf, specOf } from '../inventory/spec.ts';

export const serviceTargetPortDeclared: Check = {
  name: 'service-target-port-declared',
  topic: 'references',
  severity: 'error',
  summary: 'Every port of a Service leads to a port of its pods’ containers.',
  why: 'A name that no container has gives a Service without endpoints; a number nobody listens on refuses every connection.',
  fix: 'Write the port once, in `services.NAME.ports`; or let `targetPort` name one of the container’s `ports`.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  examine: ({ ofKind, selected }, tell) => {
    for (const service of ofKind('Service', '')) {
      const { selector: matchLabels = {}, ports = [] } = specOf<IServiceSpec>(service);
      if (Object.keys(matchLabels).length === 0) continue;
      const workloads = selected(namespaceOf(service), { matchLabels });
      ports.forEach((port, index) => {
        const target = targetOf(port);
        if (
          workloads.length === 0 ||
          workloads.some((workload) => mayListenOn(workload, target, port.protocol))
        )
          return;
        tell(
          service,
          `spec.ports[${port.name ?? index}].targetPort`,
          `expected a port of the containers (${listed(new Set(workloads.flatMap(declaredPorts)))}), found ${target}`,
        );
      });
    }
  },
};

function targetOf({ targetPort, port }: IServicePort): number | string {
  // Zero and the empty string mean: the same as the port.
  return targetPort || port;
}

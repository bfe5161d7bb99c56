import type { IServicePort, IServiceSpec } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';
import { isInjectedNamespace } from '../inventory/injection.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';

export const portProtocolKnown: Check = {
  name: 'port-protocol-known',
  topic: 'mesh',
  severity: 'warning',
  summary: 'Every port of a Service in the mesh tells its protocol, by its name or `appProtocol`.',
  why: 'Istio guesses from the first bytes: where the server speaks first, as with MySQL, connections hang; where the guess is TCP, retries, timeouts and HTTP metrics do not exist.',
  fix: 'Name the port by its protocol: `ports: {http: 8080}`, `grpc-internal`, `tcp-admin`.',
  sources: ['https://istio.io/latest/docs/reference/config/analysis/ist0118/'],
  examine: (inventory, tell) => {
    const isMeshed = isInjectedNamespace(inventory);
    for (const service of inventory.ofKind('Service', '')) {
      const { ports = [], selector } = specOf<IServiceSpec>(service);
      if (!selector || !isMeshed(namespaceOf(service))) continue;
      ports.forEach((port, index) => {
        if (isTold(port)) return;
        const field = `spec.ports[${port.name ?? index}]`;
        tell(
          service,
          field,
          `expected appProtocol or a name such as http or tcp-${port.name ?? 'admin'}, found ${port.name ?? 'no name'}`,
        );
      });
    }
  },
};

const NAMED = /^(http|http2|https|grpc|grpc-web|mongo|mysql|redis|tcp|tls|udp)(-|$)/;

function isTold({ name = '', appProtocol, protocol = 'TCP' }: IServicePort): boolean {
  // Only TCP goes through the sidecar.
  return protocol !== 'TCP' || appProtocol !== undefined || NAMED.test(name);
}

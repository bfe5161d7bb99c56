import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { GatewaySpec, VirtualServiceSpec } from '../inventory/istio.ts';
import { specOf } from '../inventory/spec.ts';

export const publicHostNamed: Check = {
  name: 'public-host-named',
  topic: 'mesh',
  severity: 'warning',
  summary:
    'Gateways serve hosts, or what one namespace routes, never everything; VirtualServices behind them name their hosts.',
  why: 'A gateway for all hosts lets any namespace of the cluster publish under any name, and takes the requests of others.',
  fix: 'Write the host, or `namespace/*` in a Gateway; in a VirtualService the host that `services.NAME.expose.host` makes.',
  sources: [
    'https://istio.io/latest/docs/ops/best-practices/security/#avoid-overly-broad-hosts-configurations',
  ],
  examine: ({ ofKind }, tell) => {
    for (const gateway of ofKind('Gateway', 'networking.istio.io')) {
      for (const { port, hosts } of specOf<GatewaySpec>(gateway).servers ?? []) {
        const wide = hosts.find((host) => host === '*' || host === '*/*');
        if (wide)
          tell(gateway, `spec.servers[${port.name}].hosts`, `expected hosts or one namespace, found ${wide}`);
      }
    }
    for (const object of ofKind('VirtualService', 'networking.istio.io').filter(isPublic)) {
      if (specOf<VirtualServiceSpec>(object).hosts?.includes('*'))
        tell(object, 'spec.hosts', 'expected hosts, found *');
    }
  },
};

function isPublic(virtualService: ManifestObject): boolean {
  const { gateways = ['mesh'] } = specOf<VirtualServiceSpec>(virtualService);
  return gateways.some((gateway) => gateway !== 'mesh');
}

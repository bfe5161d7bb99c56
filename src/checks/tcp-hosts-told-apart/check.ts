import type { Check } from '../check.ts';
import type { ServiceEntrySpec } from '../inventory/istio.ts';
import { specOf } from '../inventory/spec.ts';

export const tcpHostsToldApart: Check = {
  name: 'tcp-hosts-told-apart',
  topic: 'mesh',
  severity: 'warning',
  summary: 'Every ServiceEntry of a host with a TCP port has addresses.',
  why: 'Sidecars tell TCP connections apart by address alone. Where istiod gives out none (`PILOT_ENABLE_IP_AUTOALLOCATE`), two databases on one port are one, and queries for one reach the other.',
  fix: 'Write `addresses`: one that nothing else has, such as of 240.241.0.0/16, for a host that pods ask their sidecar for, or the ranges its nodes are in. Charthouse gives each host one.',
  sources: [
    'https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/#external-tcp-services-without-vips',
    'https://github.com/istio/istio/issues/57539',
  ],
  examine: ({ ofKind }, tell) => {
    for (const entry of ofKind('ServiceEntry', 'networking.istio.io')) {
      const { ports = [], addresses = [], resolution } = specOf<ServiceEntrySpec>(entry);
      if (addresses.length > 0 || resolution === 'NONE') continue;
      const tcp = ports.find(({ protocol = 'TCP' }) => protocol === 'TCP' || protocol === 'MONGO');
      if (tcp)
        tell(entry, 'spec.addresses', `expected an address for its TCP port ${tcp.number}, found none`);
    }
  },
};

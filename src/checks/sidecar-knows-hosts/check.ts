import type { Check } from '../check.ts';
import { hostsOfNamespace } from '../inventory/mesh-hosts.ts';
import { sidecarHosts } from '../inventory/sidecar-hosts.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const sidecarKnowsHosts: Check = {
  name: 'sidecar-knows-hosts',
  topic: 'mesh',
  severity: 'error',
  summary: 'Every host that a Sidecar lets its pods call is a Service or ServiceEntry of that namespace.',
  why: 'An entry for an unknown host lets nothing through: with `REGISTRY_ONLY` calls to the real one get 502.',
  fix: 'Write `./` and the full name of the Service, or the host of the ServiceEntry, as it is there. In the input: `uses`.',
  sources: ['https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener'],
  examine: (inventory, tell) => {
    const isWhole = rendersWhole(inventory);
    const known = hostsOfNamespace(inventory);
    for (const sidecar of inventory.ofKind('Sidecar', 'networking.istio.io')) {
      for (const { namespace, host, entry, listener, index } of sidecarHosts(inventory)(sidecar)) {
        if (known.has(entry) || host.includes('*') || !isWhole(namespace)) continue;
        tell(
          sidecar,
          `spec.egress[${listener}].hosts[${index}]`,
          `expected a host of ${namespace}, found ${host}, which is not rendered`,
        );
      }
    }
  },
};

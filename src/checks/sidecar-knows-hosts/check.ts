import type { Check } from '../check.ts';
import type { SidecarSpec } from '../inventory/istio.ts';
import { canonicalHost, hostsOfNamespace } from '../inventory/mesh-hosts.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
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
      specOf<SidecarSpec>(sidecar).egress?.forEach(({ hosts }, listener) => {
        hosts.forEach((entry, index) => {
          const [owner = '', host = ''] = entry.split('/');
          const namespace = owner === '.' ? namespaceOf(sidecar) : owner;
          if (
            host.includes('*') ||
            !isWhole(namespace) ||
            known.has(`${namespace}/${canonicalHost(host, namespace)}`)
          )
            return;
          tell(
            sidecar,
            `spec.egress[${listener}].hosts[${index}]`,
            `expected a host of ${namespace}, found ${host}, which is not rendered`,
          );
        });
      });
    }
  },
};

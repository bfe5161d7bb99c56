import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { VirtualServiceSpec } from '../inventory/istio.ts';
import { canonicalHost } from '../inventory/mesh-hosts.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';

export const virtualServiceAlone: Check = {
  name: 'virtual-service-alone',
  topic: 'mesh',
  severity: 'error',
  summary: 'No host has two VirtualServices inside the mesh.',
  why: 'Sidecars do not merge them: they use the older one, and the routes of the other never apply. Gateways do merge.',
  fix: 'Write all routes of a host in one VirtualService, or bind the other to a Gateway only.',
  sources: ['https://istio.io/latest/docs/reference/config/analysis/ist0109/'],
  examine: ({ ofKind }, tell) => {
    const first = new Map<string, string>();
    for (const object of ofKind('VirtualService', 'networking.istio.io')) {
      const { hosts = [], gateways = ['mesh'] } = specOf<VirtualServiceSpec>(object);
      if (!gateways.includes('mesh')) continue;
      hosts.forEach((host, index) => {
        const key = `${scopeOf(object)}\n${canonicalHost(host, namespaceOf(object))}`;
        const other = first.get(key);
        if (other)
          tell(
            object,
            `spec.hosts[${index}]`,
            `expected the only VirtualService of ${host}, found also ${other}`,
          );
        else first.set(key, object.metadata.name);
      });
    }
  },
};

/** Who sees it: the namespace where it is kept there, else everybody. */
function scopeOf(object: ManifestObject): string {
  const { exportTo = ['*'] } = specOf<VirtualServiceSpec>(object);
  return exportTo.every((namespace) => namespace === '.') ? namespaceOf(object) : '*';
}

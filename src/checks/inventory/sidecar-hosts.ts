import type { ManifestObject } from '../../model/manifest.ts';
import type { SidecarSpec } from './istio.ts';
import { canonicalHost } from './mesh-hosts.ts';
import { oncePerItem } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';

/** A host that a Sidecar lets its pods call. */
export interface SidecarHost {
  /** Whose host it is; `*` for everybody's. */
  readonly namespace: string;
  /** As it is written, without the namespace. */
  readonly host: string;
  /** The same for all ways to write it: `shop/orders.shop.svc`. */
  readonly entry: string;
  readonly listener: number;
  readonly index: number;
}

/** The hosts of all egress listeners of a Sidecar, in order. */
export const sidecarHosts = oncePerItem((sidecar: ManifestObject): readonly SidecarHost[] => {
  const own = namespaceOf(sidecar);
  const { egress = [] } = specOf<SidecarSpec>(sidecar);
  return egress.flatMap(({ hosts }, listener) =>
    hosts.map((text, index) => {
      const [owner = '', host = ''] = text.split('/');
      const namespace = owner === '.' ? own : owner;
      return { namespace, host, entry: `${namespace}/${canonicalHost(host, namespace)}`, listener, index };
    }),
  );
});

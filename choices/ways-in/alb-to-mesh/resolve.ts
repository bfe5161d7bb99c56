import type { z } from 'zod';
import type { AlbToMesh } from '../../../src/model/way-in.ts';
import { loadBalancerSettings } from '../alb/load-balancer.ts';
import type { Surroundings } from '../way-in.ts';
import type { albToMesh } from './schema.ts';

/** The pods that connect to services are those of the mesh gateway. */
export function resolveAlbToMesh(input: z.output<typeof albToMesh>, { mesh }: Surroundings): AlbToMesh {
  return {
    way: 'albToMesh',
    ...loadBalancerSettings(input),
    gatewayCertificateKey: input.gatewayCertificate,
    isInternal: input.scheme === 'internal',
    // Without a mesh the way in is refused; what is found wrong meanwhile does not depend on it.
    namespace: mesh?.gateway.namespace,
    peers: mesh ? [{ namespace: mesh.gateway.namespace, pods: mesh.gateway.selector }] : [],
  };
}

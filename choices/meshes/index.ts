import { z } from 'zod';
import { onlyOneOf } from '../../src/config/schema/choice.ts';
import { EXPECTED } from '../../src/config/schema/field.ts';
import type { Mesh } from '../../src/model/mesh.ts';
import type { Refusal } from '../refusal.ts';
import { resolveIstio } from './istio/resolve.ts';
import { istio } from './istio/schema.ts';
import { REFUSED_WITHOUT_MESH } from './none/refusals.ts';

/** `mesh` as it is written: the one mesh and its settings, or `none`. */
export const mesh = z
  .union([z.literal('none'), onlyOneOf({ istio })], {
    error: `${EXPECTED}\`none\`, or a mesh such as {istio: {}}`,
  })
  .prefault({ istio: {} });

/** `mesh` as it is written, validated. */
export type MeshInput = z.output<typeof mesh>;

/** What is refused because of the mesh, or for want of one. */
export function refusedByMesh(written: MeshInput): readonly Refusal[] {
  return written === 'none' ? REFUSED_WITHOUT_MESH : [];
}

/** What is written of Istio; undefined where there is none. */
export function istioIn(written: MeshInput): z.output<typeof istio> | undefined {
  return written === 'none' ? undefined : written.istio;
}

/** The mesh that an environment has chosen. `hasCollector` where traces have somewhere to go. */
export function meshNamed(written: MeshInput, hasCollector: boolean): Mesh | undefined {
  const settings = istioIn(written);
  return settings && resolveIstio(settings, hasCollector);
}

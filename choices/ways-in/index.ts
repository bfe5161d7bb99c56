import type { z } from 'zod';
import { onlyOneOf } from '../../src/config/schema/choice.ts';
import type { Ingress } from '../../src/model/way-in.ts';
import type { Refusal } from '../refusal.ts';
import { alb } from './alb/way-in.ts';
import { albToMesh } from './alb-to-mesh/way-in.ts';
import { gatewayApi } from './gateway-api/way-in.ts';
import type { OfWay, Surroundings, WayIn } from './way-in.ts';

/** Every way in, by what the input calls it: the key below `ingress`. */
const WAYS_IN = { alb, albToMesh, gatewayApi } satisfies {
  readonly [Way in Ingress['way']]: WayIn<Way, z.ZodType>;
};

type Ways = typeof WAYS_IN;

/** `ingress` as it is written: the one way in, and its settings. */
export const ingress = onlyOneOf(
  Object.fromEntries(Object.entries(WAYS_IN).map(([way, { schema }]) => [way, schema])) as {
    readonly [Way in keyof Ways]: Ways[Way]['schema'];
  },
);

/** `ingress` as it is written, validated. */
type IngressInput = z.output<typeof ingress>;

/** The way in that an environment has chosen, every default filled in. */
export function ingressOf(
  written: IngressInput | undefined,
  surroundings: Surroundings,
): Ingress | undefined {
  const way = written && wayOf(written);
  return way && WAYS_IN[way].resolve(written[way] as never, surroundings);
}

/** What is refused because of the way in; without one `expose` is told so itself. */
export function refusedByWayIn(written: IngressInput | undefined, hasMesh: boolean): readonly Refusal[] {
  const way = written && wayOf(written);
  if (!way) return [];
  const { mesh, refusals } = WAYS_IN[way];
  if (mesh === 'needed' && !hasMesh) return [withoutMesh(way), ...refusals];
  return mesh === 'refused' && hasMesh ? [besideMesh(way), ...refusals] : refusals;
}

/** How the way in of an environment is rendered. */
export function renderingOf<Way extends Ingress['way']>({ way }: OfWay<Way>): Rendering<Way> {
  const all: { readonly [Each in Ingress['way']]: Rendering<Each> } = WAYS_IN;
  return all[way as Way];
}

type Rendering<Way extends Ingress['way']> = Pick<
  WayIn<Way, z.ZodNever>,
  | 'namespaceLabels'
  | 'serviceAnnotations'
  | 'renderBefore'
  | 'renderAfter'
  | 'renderService'
  | 'renderGrafana'
>;

function wayOf(written: IngressInput): keyof Ways | undefined {
  return (Object.keys(WAYS_IN) as (keyof Ways)[]).find((way) => written[way] !== undefined);
}

function withoutMesh(way: string): Refusal {
  return {
    at: `ingress.${way}`,
    because: 'it leads to the gateway of a mesh, and there is none',
    instead: 'write mesh: {istio: {}}, or another way in',
  };
}

function besideMesh(way: string): Refusal {
  return {
    at: `ingress.${way}`,
    because: 'pods of the mesh take nothing but mutual TLS, and it has no part in that',
    instead: 'write mesh: none, or ingress: {albToMesh: {...}}',
  };
}

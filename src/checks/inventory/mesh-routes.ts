import type { ManifestObject } from '../../model/manifest.ts';
import type { Destination, DestinationRuleSpec, Route, VirtualServiceSpec } from './istio.ts';
import { canonicalHost } from './mesh-hosts.ts';
import { oncePerInventory, oncePerItem } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';

/** A destination of a VirtualService and the path to it. */
export interface PlacedDestination {
  readonly destination: Destination;
  readonly field: string;
}

/** A route of a VirtualService and the path to it: `spec.http[0]`, or by name where it has one. */
export interface PlacedRoute {
  readonly route: Route;
  readonly field: string;
}

/** All routes of a VirtualService, HTTP first. */
export function routesOf(virtualService: ManifestObject): readonly PlacedRoute[] {
  const { http = [], tls = [], tcp = [] } = specOf<VirtualServiceSpec>(virtualService);
  const place = (kind: string) => (route: Route, index: number) => ({
    route,
    field: `spec.${kind}[${route.name ?? index}]`,
  });
  return [...http.map(place('http')), ...tls.map(place('tls')), ...tcp.map(place('tcp'))];
}

/** Everything a VirtualService sends requests to, mirrors included. */
export const destinationsOf = oncePerItem((virtualService: ManifestObject): readonly PlacedDestination[] => {
  const placed: PlacedDestination[] = [];
  const place = (destination: Destination | undefined, field: string) => {
    if (destination) placed.push({ destination, field });
  };
  for (const { route, field } of routesOf(virtualService)) {
    for (const [index, { destination }] of (route.route ?? []).entries())
      place(destination, `${field}.route[${index}].destination`);
    place(route.mirror, `${field}.mirror`);
    for (const [index, { destination }] of (route.mirrors ?? []).entries())
      place(destination, `${field}.mirrors[${index}].destination`);
  }
  return placed;
});

/** DestinationRules by the host they are about, written the same for all ways to write it. */
export const destinationRules = oncePerInventory(({ ofKind }) => {
  const byHost = new Map<string, ManifestObject[]>();
  for (const rule of ofKind('DestinationRule', 'networking.istio.io')) {
    const host = canonicalHost(specOf<DestinationRuleSpec>(rule).host ?? '', namespaceOf(rule));
    const others = byHost.get(host);
    if (others) others.push(rule);
    else byHost.set(host, [rule]);
  }
  return byHost as ReadonlyMap<string, readonly ManifestObject[]>;
});

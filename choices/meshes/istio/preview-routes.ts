import { previewName, serviceHost } from '../../../charts/names.ts';
import type { HttpMatch, HttpRoute } from '../../../imports/istio.ts';
import { type RoutePolicy, type Target, withHeaders } from './variant-routes.ts';

/**
 * The routes of a public host that lead to the version that is to take over: for requests with the headers its release
 * names, none without. Services inside are not led there, as their sidecars do not know the way.
 */
export function previewRoutes(
  target: Target,
  matches: readonly HttpMatch[],
  policy: RoutePolicy,
): readonly HttpRoute[] {
  const { release } = target.service;
  const preview = release?.strategy === 'blue-green' ? release.preview : undefined;
  if (!preview || !('headers' in preview)) return [];
  return [previewRoute(target, withHeaders(matches, preview.headers), policy)];
}

/** The route of requests that match to the version that is to take over. */
export function previewRoute(
  { service, port, environment }: Target,
  matches: readonly HttpMatch[],
  policy: RoutePolicy,
): HttpRoute {
  const host = serviceHost(environment, previewName(service.name));
  return { match: matches, route: [{ destination: { host, port: { number: port.number } } }], ...policy };
}

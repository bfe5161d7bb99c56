import type { Construct } from 'constructs';
import { type HttpRoute, VirtualService } from '../../../imports/istio.ts';
import type { PublicRoute } from '../../../src/model/environment.ts';
import type { Meshed } from '../../../src/model/mesh.ts';
import type { Expose } from '../../../src/model/service.ts';
import { publicRouteName, publicVirtualServiceName } from './canary-routes.ts';
import { pathMatches } from './exposed-path.ts';
import { gatewayReference } from './gateway.ts';
import { previewRoute, previewRoutes } from './preview-routes.ts';
import { EDGE_RETRIES } from './retries.ts';
import { type RoutePolicy, variantRoutes } from './variant-routes.ts';

/**
 * Routes from the mesh gateway: one VirtualService for each public host, its longest path first, as the first match
 * wins.
 */
export function addPublicVirtualServices(scope: Construct, environment: Meshed): void {
  const gateways = [gatewayReference(environment)];
  for (const { name, host, routes } of environment.publicHosts) {
    new VirtualService(scope, {
      metadata: { name: publicVirtualServiceName(name), namespace: environment.namespaces.services },
      spec: { hosts: [host], gateways, http: routes.flatMap((route) => publicRoutes(route, environment)) },
    });
  }
}

function publicRoutes(
  { path, service, expose, isPreview }: PublicRoute,
  environment: Meshed,
): readonly HttpRoute[] {
  const { port, timeout } = expose;
  const policy = { corsPolicy: corsPolicy(expose), timeout, retries: EDGE_RETRIES };
  const target = { service, port, environment };
  if (isPreview) return [previewRoute(target, pathMatches(path), policy)];
  const routes = variantRoutes(target, pathMatches(path), publicRouteName(service.name, path), policy);
  return [...previewRoutes(target, pathMatches(path), policy), ...routes];
}

/** The gateway answers a browser's question itself: it carries no token, which the service would ask for. */
function corsPolicy({ cors }: Expose): RoutePolicy['corsPolicy'] {
  if (!cors) return undefined;
  return {
    allowOrigins: cors.origins.map((exact) => ({ exact })),
    allowMethods: cors.methods,
    allowHeaders: cors.headers.length > 0 ? cors.headers : undefined,
    allowCredentials: cors.credentials,
    maxAge: `${cors.maxAgeSeconds}s`,
  };
}

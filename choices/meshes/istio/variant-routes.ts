import { CANARY, STABLE } from '../../../charts/labels.ts';
import { serviceHost } from '../../../charts/names.ts';
import type { HttpMatch, HttpRoute, HttpRouteDestination } from '../../../imports/istio.ts';
import type { Port } from '../../../src/model/dependency.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Service, Variant } from '../../../src/model/service.ts';

/** What a route does besides choosing where a request goes. */
export type RoutePolicy = Pick<HttpRoute, 'corsPolicy' | 'timeout' | 'retries'>;

/** The service and port that routes lead to, in its environment. */
export interface Target {
  readonly service: Service;
  readonly port: Port;
  readonly environment: Environment;
}

/** Whether a new version of the service gets its requests in steps, whose weights Argo Rollouts sets. */
export function isCanary({ release }: Service): boolean {
  return release?.strategy === 'canary';
}

/**
 * Routes for the requests that match: one for each variant chosen by headers, as the first match wins, then one
 * that shares the rest out by weight. That of a canary release goes by its name, for Argo Rollouts to find it.
 */
export function variantRoutes(
  target: Target,
  matches: readonly HttpMatch[],
  name: string,
  policy: RoutePolicy,
): readonly HttpRoute[] {
  const rest = {
    name: isCanary(target.service) ? name : undefined,
    match: matches,
    route: weightedDestinations(target),
    ...policy,
  };
  const byHeader = target.service.variants.filter(isChosenByHeaders);
  if (byHeader.length === 0) return [rest];
  return [...byHeader.map((variant) => headerRoute(target, variant, matches, policy)), rest];
}

/**
 * The stable version and the variants with a weight; weights add up to 100. Those of a canary release are the ones in
 * between two releases: while one is under way, Argo Rollouts sets them in the cluster.
 */
export function weightedDestinations(target: Target): readonly HttpRouteDestination[] {
  const { variants } = target.service;
  if (isCanary(target.service)) {
    return [
      { destination: destination(target, STABLE), weight: 100 },
      { destination: destination(target, CANARY), weight: 0 },
    ];
  }
  if (variants.length === 0) return [{ destination: destination(target) }];
  const weighted = variants.filter((variant) => !isChosenByHeaders(variant));
  const taken = weighted.reduce((sum, variant) => sum + variant.weight, 0);
  return [
    { destination: destination(target, STABLE), weight: 100 - taken },
    ...weighted.map(({ name, weight }) => ({ destination: destination(target, name), weight })),
  ];
}

function headerRoute(
  target: Target,
  { name, headers }: Variant,
  matches: readonly HttpMatch[],
  policy: RoutePolicy,
): HttpRoute {
  return {
    match: withHeaders(matches, headers),
    route: [{ destination: destination(target, name) }],
    ...policy,
  };
}

/** The same matches for requests with those header values alone. */
export function withHeaders(
  matches: readonly HttpMatch[],
  headers: Readonly<Record<string, string>>,
): readonly HttpMatch[] {
  const exact = Object.fromEntries(
    Object.entries(headers).map(([header, value]) => [header, { exact: value }]),
  );
  return matches.map(({ uri, ...others }) => ({ uri, headers: exact, ...others }));
}

function isChosenByHeaders({ weight }: Variant): boolean {
  return weight === 0;
}

function destination({ service, port, environment }: Target, subset?: string) {
  return { host: serviceHost(environment, service.name), subset, port: { number: port.number } };
}

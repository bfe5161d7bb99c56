import type { Construct } from 'constructs';
import { calledPorts } from '../../../charts/called-ports.ts';
import { anyPodOf } from '../../../charts/labels.ts';
import { serviceHost } from '../../../charts/names.ts';
import { type HttpRoute, VirtualService } from '../../../imports/istio.ts';
import type { Caller } from '../../../src/model/dependency.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Service } from '../../../src/model/service.ts';
import { callerRouteName, hasOwnRoute, portRouteName } from './canary-routes.ts';
import { isHttp, isTcp } from './port-protocol.ts';
import { retriesOf } from './retries.ts';
import { serviceMetadata } from './service-metadata.ts';
import { isCanary, variantRoutes, weightedDestinations } from './variant-routes.ts';

/**
 * Routes of calls between services: one for each caller with a timeout or retries of its own, then one for everybody.
 * A service that nobody calls needs none, nor one whose callers ask for neither and that has one version only: Istio
 * routes to it as it is.
 * One object for all callers, because sidecars do not merge VirtualServices of one host.
 */
export function addVirtualService(scope: Construct, service: Service, environment: Environment): void {
  const callers = service.callers.filter(hasOwnRoute);
  const isShared = service.callers.length > 0 && (service.variants.length > 0 || isCanary(service));
  if (callers.length === 0 && !isShared) return;
  const http = [
    ...callers.flatMap((caller) => callerRoutes(caller, service, environment)),
    ...defaultRoutes(service, environment),
  ];
  const tcp = isShared ? tcpRoutes(service, environment) : [];
  new VirtualService(scope, {
    metadata: serviceMetadata(service, environment),
    spec: {
      hosts: [serviceHost(environment, service.name)],
      gateways: MESH,
      http: http.length > 0 ? http : undefined,
      tcp: tcp.length > 0 ? tcp : undefined,
    },
  });
}

const MESH = ['mesh'];

function callerRoutes(caller: Caller, service: Service, environment: Environment): readonly HttpRoute[] {
  const { port, timeout } = caller.edge;
  const match = [{ port: port.number, sourceLabels: anyPodOf(caller.service) }];
  const target = { service, port, environment };
  return variantRoutes(target, match, callerRouteName(caller), { timeout, retries: retriesOf(caller.edge) });
}

/** A request that matches no route gets status 404, so every HTTP port has one. */
function defaultRoutes(service: Service, environment: Environment): readonly HttpRoute[] {
  return calledPorts(service)
    .filter(isHttp)
    .flatMap((port) => {
      const match = [{ port: port.number }];
      return variantRoutes({ service, port, environment }, match, portRouteName(port), NO_POLICY);
    });
}

const NO_POLICY = {};

/** Connections follow the weights as well: without a route they would reach variants meant for some headers only. */
function tcpRoutes(service: Service, environment: Environment) {
  return calledPorts(service)
    .filter(isTcp)
    .map((port) => ({
      match: [{ port: port.number }],
      route: weightedDestinations({ service, port, environment }),
    }));
}

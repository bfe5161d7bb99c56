import { calledPorts } from '../../../charts/called-ports.ts';
import type { Caller, Port } from '../../../src/model/dependency.ts';
import type { Service } from '../../../src/model/service.ts';
import { isHttp, isTcp } from './port-protocol.ts';

/** The VirtualServices with routes to a service, and those routes by name, as Argo Rollouts asks for them. */
export interface CanaryRoutes {
  readonly name: string;
  readonly routes: readonly string[];
  readonly tcpRoutes?: readonly { readonly port: number }[] | undefined;
}

/**
 * Every route that leads to a service in a canary release. All of them have to be named: the weights of a route that is
 * not would stay at the old version (https://github.com/argoproj/argo-rollouts/issues/4097).
 */
export function canaryRoutes(service: Service): readonly CanaryRoutes[] {
  const { name, expose, callers } = service;
  const ports = calledPorts(service);
  const found: CanaryRoutes[] = [];
  if (expose) {
    const routes = expose.paths.map((path) => publicRouteName(name, path));
    found.push({ name: publicVirtualServiceName(expose.host), routes });
  }
  if (callers.length > 0) {
    const routes = [
      ...callers.filter(hasOwnRoute).map(callerRouteName),
      ...ports.filter(isHttp).map(portRouteName),
    ];
    const tcp = ports.filter(isTcp).map(({ number }) => ({ port: number }));
    found.push({ name, routes, tcpRoutes: tcp.length > 0 ? tcp : undefined });
  }
  return found;
}

/**
 * Name of the VirtualService of a public host; the configuration keeps services from having it. Without a dot: Argo
 * Rollouts takes what follows one for a namespace.
 */
export function publicVirtualServiceName(host: string): string {
  return `public-${host}`;
}

/** Name of the route from a public path: no two routes of a host have the same. */
export function publicRouteName(service: string, path: string): string {
  return `${service}${path}`;
}

/** Name of the route of one caller. */
export function callerRouteName({ service, edge }: Caller): string {
  return `${service}:${edge.port.name}`;
}

/** Name of the route of all other callers of a port. */
export function portRouteName({ name }: Port): string {
  return name;
}

/** Timeouts and retries are of requests; Istio sees none on other ports. */
export function hasOwnRoute({ edge }: Caller): boolean {
  return isHttp(edge.port) && (edge.timeout !== undefined || edge.retries !== undefined);
}

import type { Construct } from 'constructs';
import { serviceLabels } from '../../../charts/labels.ts';
import { canaryName, hasPreview, previewName, stableName } from '../../../charts/names.ts';
import {
  GRPCRoute,
  type GrpcRouteMatch,
  HTTPRoute,
  type HttpRouteRule,
} from '../../../imports/gateway-api.ts';
import type { Port } from '../../../src/model/dependency.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Expose, Service } from '../../../src/model/service.ts';
import type { GatewayApi } from '../../../src/model/way-in.ts';
import { corsFilter } from './cors-filter.ts';
import { gatewayDuration } from './gateway-duration.ts';
import { parentOf } from './listeners.ts';

/** The routes that lead to an exposed service, and to the version that is to take over where that has a host of its own. */
export function addRoutes(
  scope: Construct,
  service: Service,
  way: GatewayApi,
  environment: Environment,
): void {
  const { expose, name, release } = service;
  if (!expose) return;
  addRoute(
    scope,
    { name, host: expose.host, backends: backendsOf(service, expose.port) },
    service,
    way,
    environment,
  );
  const preview = release?.strategy === 'blue-green' ? release.preview : undefined;
  if (!preview || !('host' in preview) || !hasPreview(service)) return;
  const backends = [backend(previewName(name), expose.port)];
  addRoute(scope, { name: previewName(name), host: preview.host, backends }, service, way, environment);
}

/** Whether requests on a port are of gRPC, which has routes of its own. */
export function isGrpc({ appProtocol }: Port): boolean {
  return appProtocol === 'grpc';
}

interface Route {
  readonly name: string;
  /** First label of the public host. */
  readonly host: string;
  readonly backends: readonly ReturnType<typeof backend>[];
}

function addRoute(
  scope: Construct,
  { name, host, backends }: Route,
  service: Service,
  way: GatewayApi,
  { domain, namespaces }: Environment,
): void {
  const expose = service.expose as Expose;
  const metadata = { name, namespace: namespaces.services, labels: serviceLabels(service) };
  const shared = { parentRefs: [parentOf(way, host)], hostnames: [`${host}.${domain}`] };
  if (isGrpc(expose.port)) {
    const rules = [{ matches: grpcMatches(expose.paths), backendRefs: backends }];
    new GRPCRoute(scope, { metadata, spec: { ...shared, rules } });
  } else {
    new HTTPRoute(scope, { metadata, spec: { ...shared, rules: [httpRule(expose, backends)] } });
  }
}

/** A prefix of the Gateway API is one of whole segments, as paths of the input are. */
function httpRule({ paths, timeout, cors }: Expose, backends: Route['backends']): HttpRouteRule {
  return {
    matches: paths.map((value) => ({ path: { type: 'PathPrefix', value } })),
    ...(cors && { filters: [corsFilter(cors)] }),
    ...(timeout !== undefined && { timeouts: { request: gatewayDuration(timeout) } }),
    backendRefs: backends,
  };
}

/** gRPC asks for `/package.Service/Method`; the root stands for all of them. */
function grpcMatches(paths: readonly string[]): readonly GrpcRouteMatch[] | undefined {
  if (paths.includes('/')) return undefined;
  return paths.map((path) => {
    const [service, method] = path.split('/').filter(Boolean);
    return { method: { type: 'Exact', service, method } };
  });
}

/** One Service; in a canary release two, whose weights Argo Rollouts sets while it is under way. */
function backendsOf({ name, release }: Service, port: Port): Route['backends'] {
  if (release?.strategy !== 'canary') return [backend(name, port)];
  return [
    { ...backend(stableName(name), port), weight: 100 },
    { ...backend(canaryName(name), port), weight: 0 },
  ];
}

function backend(name: string, { number }: Port) {
  return { group: '', kind: 'Service', name, port: number, weight: 1 };
}

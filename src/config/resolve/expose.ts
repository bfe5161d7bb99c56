import type { Expose } from '../../model/service.ts';
import type { Cors, RouteProbe } from '../../model/traffic.ts';
import { istioDuration } from '../duration.ts';
import type { ServiceInput } from '../schema/service.ts';
import { portNamed, portsOf, takesRequests } from './ports.ts';
import type { Scope } from './scope.ts';

/** How a service is reached from outside. Reports what that needs and the environment or the service lacks. */
export function exposeOf(name: string, service: ServiceInput, scope: Scope): Expose | undefined {
  const { expose } = service;
  if (!expose || !service.ports) return undefined;
  const path = ['services', name, 'expose'];
  reportMissingSections(path, expose, scope);
  const port = portNamed(portsOf(service), expose.port, [...path, 'port'], name, scope.report);
  if (!port) return undefined;
  if (expose.port !== undefined && !takesRequests([port])) {
    const fix = 'name a port for HTTP or gRPC: paths are of requests';
    scope.report([...path, 'port'], `\`${port.name}\` carries no requests`, { fix });
  }
  reportGrpcPaths(path, expose.paths, port.appProtocol, scope.report);
  const timeout = expose.timeout === undefined ? undefined : istioDuration(expose.timeout);
  const probe = probeOf(expose, [...path, 'probe'], scope);
  const { host, paths, auth } = expose;
  return { host, paths, auth, port, timeout, cors: corsOf(expose), ...(probe && { probe }) };
}

/** Reports paths that no call of gRPC has: it asks for `/package.Service/Method`. */
function reportGrpcPaths(
  path: readonly string[],
  paths: readonly string[],
  appProtocol: string,
  report: Scope['report'],
): void {
  if (appProtocol !== 'grpc') return;
  for (const [index, asked] of paths.entries()) {
    if (asked.split('/').filter(Boolean).length <= 2) continue;
    report(
      [...path, 'paths', index],
      'expected /, /package.Service or /package.Service/Method, as gRPC asks',
      {
        found: asked,
        fix: 'write one of those',
      },
    );
  }
}

/** Reports a question that would never reach the service, or that no token allows. */
function probeOf(
  { auth, paths, probe }: NonNullable<ServiceInput['expose']>,
  path: readonly string[],
  { report }: Scope,
): RouteProbe | undefined {
  if (!probe) return undefined;
  const asked = probe.path?.replace(/[?#].*$/, '');
  if (asked !== undefined && !paths.some((exposed) => isBelow(asked, exposed))) {
    report([...path, 'path'], `\`${asked}\` is below none of the paths that lead to the service`, {
      fix: `write one below ${paths.join(' or ')}`,
    });
  }
  if (probe.body !== undefined && probe.method !== 'POST') {
    report([...path, 'body'], `body means nothing with method ${probe.method}`, {
      fix: 'write method: POST',
    });
  }
  if (auth === 'jwt' && probe.status.some((status) => status < 400)) {
    report([...path, 'status'], 'probes carry no token, so a path with auth jwt never answers them so', {
      fix: 'remove probe, which lets them see that a wrong token is refused, or expose a path with auth none',
    });
  }
  return { path: probe.path, method: probe.method, body: probe.body, status: [...probe.status].sort() };
}

/** Whether a path is one that is exposed, or below it. */
function isBelow(asked: string, exposed: string): boolean {
  const prefix = exposed.endsWith('/') ? exposed : `${exposed}/`;
  return asked === exposed || `${asked}/` === prefix || asked.startsWith(prefix);
}

function corsOf({ cors }: NonNullable<ServiceInput['expose']>): Cors | undefined {
  if (!cors) return undefined;
  const { origins, methods, headers = [], credentials, maxAge } = cors;
  return { origins, methods, headers, credentials, maxAgeSeconds: maxAge };
}

function reportMissingSections(
  path: string[],
  expose: NonNullable<ServiceInput['expose']>,
  { document, report }: Scope,
): void {
  if (expose.auth === 'jwt' && !document.jwt) {
    report([...path, 'auth'], 'the environment has no section `jwt` with the issuer of the tokens', {
      fix: 'write jwt: {issuer: ..., jwksUri: ..., audiences: [...]}',
    });
  }
  if (document.ingress) return;
  report(path, 'the environment has no section `ingress`, so nobody outside reaches the service', {
    fix: 'write ingress: {...}, or remove expose in this environment with null',
    at: 'key',
  });
}

import type { Expose } from '../../model/service.ts';
import type { Cors } from '../../model/traffic.ts';
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
  const timeout = expose.timeout === undefined ? undefined : istioDuration(expose.timeout);
  return { host: expose.host, paths: expose.paths, auth: expose.auth, port, timeout, cors: corsOf(expose) };
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

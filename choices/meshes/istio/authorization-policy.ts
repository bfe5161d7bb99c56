import type { Construct } from 'constructs';
import { anyPodOf } from '../../../charts/labels.ts';
import { accountOf, gatewayAccount, principalOf } from '../../../charts/names.ts';
import { AuthorizationPolicy, type AuthorizationRule } from '../../../imports/istio.ts';
import type { Caller } from '../../../src/model/dependency.ts';
import type { Meshed } from '../../../src/model/mesh.ts';
import type { Expose, Service } from '../../../src/model/service.ts';
import { policyPaths } from './exposed-path.ts';
import { serviceMetadata } from './service-metadata.ts';

/**
 * Allows each caller its port, and the mesh gateway the public paths. A service that nobody calls gets no policy of
 * its own: `deny-all` holds for it. Probes and metrics are asked on the sidecar's own port, which no policy covers.
 */
export function addAuthorizationPolicy(scope: Construct, service: Service, environment: Meshed): void {
  const rules = service.callers.map((caller) => callerRule(caller, environment));
  if (service.expose) rules.push(publicRule(service.expose, environment));
  if (rules.length === 0) return;
  new AuthorizationPolicy(scope, {
    metadata: serviceMetadata(service, environment),
    spec: { selector: { matchLabels: anyPodOf(service.name) }, action: 'ALLOW', rules },
  });
}

function callerRule({ service, edge }: Caller, environment: Meshed): AuthorizationRule {
  return {
    from: [{ source: { principals: [principalOf(environment.mesh, accountOf(environment, service))] } }],
    to: [{ operation: { ports: [String(edge.port.number)] } }],
  };
}

function publicRule({ paths, port, auth }: Expose, environment: Meshed): AuthorizationRule {
  return {
    from: [
      {
        source: {
          principals: [principalOf(environment.mesh, gatewayAccount(environment))],
          // RequestAuthentication refuses bad tokens only; this refuses requests that have none.
          requestPrincipals: auth === 'jwt' ? [`${environment.jwt?.issuer}/*`] : undefined,
        },
      },
    ],
    to: [{ operation: { ports: [String(port.number)], paths: paths.flatMap(policyPaths) } }],
  };
}

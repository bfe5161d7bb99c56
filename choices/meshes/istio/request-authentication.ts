import type { Construct } from 'constructs';
import { anyPodOf } from '../../../charts/labels.ts';
import { RequestAuthentication } from '../../../imports/istio.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Service } from '../../../src/model/service.ts';
import { serviceMetadata } from './service-metadata.ts';

/**
 * Checks the tokens of requests to a service that is public to their bearers. The token is passed on, as services
 * read its claims. That there must be one is said by the AuthorizationPolicy.
 */
export function addRequestAuthentication(scope: Construct, service: Service, environment: Environment): void {
  const { jwt } = environment;
  if (service.expose?.auth !== 'jwt' || jwt === undefined) return;
  new RequestAuthentication(scope, {
    metadata: serviceMetadata(service, environment),
    spec: {
      selector: { matchLabels: anyPodOf(service.name) },
      jwtRules: [
        {
          issuer: jwt.issuer,
          audiences: jwt.audiences,
          jwksUri: jwt.jwksUri,
          fromHeaders: AUTHORIZATION,
          forwardOriginalToken: true,
        },
      ],
    },
  });
}

/** Left out, Istio also takes tokens from `?access_token=`, and URLs end up in logs and in the history of browsers. */
const AUTHORIZATION = [{ name: 'Authorization', prefix: 'Bearer ' }] as const;

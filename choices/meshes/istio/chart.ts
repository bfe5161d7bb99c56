import { Construct } from 'constructs';
import type { Concern } from '../../../charts/concern.ts';
import { owned } from '../../../charts/owner.ts';
import { isMeshed, type Meshed } from '../../../src/model/mesh.ts';
import type { Service } from '../../../src/model/service.ts';
import { addAuthorizationPolicy } from './authorization-policy.ts';
import { addDenyAll } from './deny-all.ts';
import { addDestinationRules } from './destination-rule.ts';
import { addPeerAuthentications } from './peer-authentication.ts';
import { addPublicVirtualServices } from './public-virtual-service.ts';
import { addRateLimit } from './rate-limit.ts';
import { addRequestAuthentication } from './request-authentication.ts';
import { addServiceEntries } from './service-entry.ts';
import { addSidecar } from './sidecar.ts';
import { addTelemetry } from './telemetry.ts';
import { addVirtualService } from './virtual-service.ts';

/** Istio routing, resilience and security, all from the dependency graph: no edge, no object. */
export const mesh: Concern = {
  name: 'mesh',
  summary: 'Istio routing, resilience and security from the same graph',
  perEnvironment(scope, environment) {
    if (!isMeshed(environment)) return;
    addPeerAuthentications(scope, environment);
    addDenyAll(scope, environment);
    addTelemetry(scope, environment);
    addServiceEntries(scope, environment);
    addPublicVirtualServices(scope, environment);
    for (const service of environment.services.filter(({ expose }) => expose)) {
      const own = owned(new Construct(scope, `routes of ${service.name}`), { service: service.name });
      addRoutes(own, service, environment);
    }
  },
  perService(scope, service, environment) {
    if (!isMeshed(environment)) return;
    if (!service.expose) addRoutes(scope, service, environment);
    addAuthorizationPolicy(scope, service, environment);
    addRequestAuthentication(scope, service, environment);
    addSidecar(scope, service, environment);
    addRateLimit(scope, service, environment);
  },
};

/**
 * Routes and their subsets are of one file, so that they are synced together and in order: a route to a subset that is
 * not there yet answers nothing but 503. Routes of public hosts lead to several services, so those are with the hosts.
 */
function addRoutes(scope: Construct, service: Service, environment: Meshed): void {
  addDestinationRules(scope, service, environment);
  addVirtualService(scope, service, environment);
}

import type { Concern } from '../concern.ts';
import { addAuthorizationPolicy } from './authorization-policy.ts';
import { addDenyAll } from './deny-all.ts';
import { addDestinationRules } from './destination-rule.ts';
import { addGateway } from './gateway.ts';
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
    addPeerAuthentications(scope, environment);
    addDenyAll(scope, environment);
    addTelemetry(scope, environment);
    addServiceEntries(scope, environment);
    addGateway(scope, environment);
    addPublicVirtualServices(scope, environment);
  },
  perService(scope, service, environment) {
    addDestinationRules(scope, service, environment);
    addVirtualService(scope, service, environment);
    addAuthorizationPolicy(scope, service, environment);
    addRequestAuthentication(scope, service, environment);
    addSidecar(scope, service, environment);
    addRateLimit(scope, service, environment);
  },
};

import type { Concern } from '../concern.ts';
import { gatewayCertificate } from './gateway-certificate.ts';
import { secretStore } from './secret-store.ts';
import { serviceSecret } from './service-secret.ts';

/** Secrets from AWS Secrets Manager: a store in each namespace that needs one, and what is read through it. */
export const secrets: Concern = {
  name: 'secrets',
  summary: 'ServiceAccount and SecretStore per namespace with secrets, ExternalSecret per consumer',
  perEnvironment: (scope, environment) => {
    const { ingress, mesh, namespaces, publicHosts, services } = environment;
    if (services.some((service) => service.secretKeys.length > 0)) {
      secretStore(scope, namespaces.services, environment);
    }
    if (!ingress || publicHosts.length === 0) return;
    secretStore(scope, mesh.gateway.namespace, environment);
    gatewayCertificate(scope, ingress, environment);
  },
  perService: serviceSecret,
};

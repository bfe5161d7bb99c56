import type { Concern } from '../concern.ts';
import { secretStore } from './secret-store.ts';
import { serviceSecret } from './service-secret.ts';

/**
 * Secrets of services from AWS Secrets Manager: their store, and what is read through it. Those of the way in and of what
 * watches the platform are with these, so that neither waits for the other's.
 */
export const secrets: Concern = {
  name: 'secrets',
  summary: 'ServiceAccount and SecretStore of the services, ExternalSecret for each that reads secrets',
  perEnvironment: (scope, environment) => {
    const { namespaces, services } = environment;
    if (services.some((service) => service.secretKeys.length > 0)) {
      secretStore(scope, namespaces.services, environment);
    }
  },
  perService: serviceSecret,
};

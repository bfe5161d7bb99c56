import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';
import type { Concern } from '../concern.ts';
import { publicHostNames } from '../public-hosts.ts';
import { gatewayCertificate } from './gateway-certificate.ts';
import { secretStore } from './secret-store.ts';
import { serviceSecret } from './service-secret.ts';

/** Secrets from AWS Secrets Manager: a store in each namespace that needs one, and what is read through it. */
export const secrets: Concern = {
  name: 'secrets',
  summary: 'ServiceAccount and SecretStore per namespace with secrets, ExternalSecret per consumer',
  perEnvironment: (scope, environment) => {
    const { ingress, mesh, namespaces, observability, services } = environment;
    if (services.some((service) => service.secretKeys.length > 0)) {
      secretStore(scope, namespaces.services, environment);
    }
    for (const namespace of observability ? namespacesWithSecrets(environment, observability) : []) {
      secretStore(scope, namespace, environment);
    }
    if (!ingress || publicHostNames(environment).length === 0) return;
    secretStore(scope, mesh.gateway.namespace, environment);
    gatewayCertificate(scope, ingress, environment);
  },
  perService: serviceSecret,
};

/**
 * Where what watches the platform has secrets: those of Alertmanager, Grafana, the exporters of resources and whatever
 * tells stores how long they keep things in one namespace, that of the log agent in the other.
 */
function namespacesWithSecrets(
  { namespaces }: Environment,
  { alerting, logs, nodeAgents, parts, resources, tracing }: Observability,
): readonly string[] {
  const hasReceivers = alerting.pagerduty || alerting.slack !== undefined || alerting.deadMansSwitch;
  const isNeeded =
    parts.dashboards ||
    (parts.metrics && (hasReceivers || alerting.email !== undefined)) ||
    (parts.tracing && tracing.store !== undefined) ||
    (parts.resources && resources.length > 0) ||
    logs !== undefined;
  return [
    ...(isNeeded ? [namespaces.monitoring] : []),
    ...(logs && nodeAgents !== undefined ? [nodeAgents] : []),
  ];
}

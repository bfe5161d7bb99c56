import type { Construct } from 'constructs';
import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';
import { secretStore } from '../secrets/secret-store.ts';
import type { PartFiles } from './part-files.ts';

/** The stores that what watches the platform reads secrets through. */
export const secretStoreFiles: PartFiles = (environment, watching) => {
  const namespaces = namespacesWithSecrets(environment, watching);
  if (namespaces.length === 0) return [];
  const addTo = (scope: Construct) => {
    for (const namespace of namespaces) secretStore(scope, namespace, environment);
  };
  return [{ name: 'secrets', part: 'secrets', addTo }];
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

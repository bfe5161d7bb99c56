import type { EnvVar } from '../../imports/kubernetes.ts';
import { otelResource, otelVariables } from '../../monitoring/tracing/otel-variables.ts';
import type { Environment } from '../../src/model/environment.ts';
import { KIND_TRAITS } from '../../src/model/kind-traits.ts';
import type { Service } from '../../src/model/service.ts';
import { hasNativeSidecars } from './native-sidecars.ts';

/**
 * The service with what its OpenTelemetry SDK reads among its literal configuration, where nothing keeps it from
 * sending traces and the environment has a collector. What the service says itself stays as it is.
 */
export function traced(service: Service, environment: Environment): Service {
  if (!sendsTraces(service, environment)) return service;
  const secret = new Set(service.secretVariables.map(({ variable }) => variable));
  const variables = Object.entries(otelVariables(service.name, environment));
  const config = {
    ...Object.fromEntries(variables.filter(([name]) => !secret.has(name))),
    ...service.config,
  };
  const sorted = Object.entries(config).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...service, config: Object.fromEntries(sorted) };
}

/**
 * What its spans say of where they are from. Not in the ConfigMap, because it has the version of the pod in it, which
 * variants and releases have their own of: the label is what they all have right.
 */
export function resourceVariables(service: Service, environment: Environment): readonly EnvVar[] {
  if (!sendsTraces(service, environment) || isSaid(service, RESOURCE)) return [];
  const fieldPath = "metadata.labels['app.kubernetes.io/version']";
  return [
    { name: VERSION, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } },
    { name: RESOURCE, value: otelResource(environment, VERSION) },
  ];
}

const RESOURCE = 'OTEL_RESOURCE_ATTRIBUTES';
const VERSION = 'POD_VERSION';

/** Pods that end have a sidecar only where it lets them: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ */
function sendsTraces({ kind }: Service, environment: Environment): boolean {
  if (!environment.observability?.parts.tracing) return false;
  return !KIND_TRAITS[kind].endsByItself || !environment.mesh || hasNativeSidecars(environment);
}

function isSaid({ config, secretVariables }: Service, name: string): boolean {
  return config[name] !== undefined || secretVariables.some(({ variable }) => variable === name);
}

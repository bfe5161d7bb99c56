import type { ManifestObject } from '../model/manifest.ts';

/**
 * The Argo CD sync wave of each kind that does not belong to wave 0, where workloads start.
 * What a pod needs to exist comes before it: its namespace, its rights and policies, its secrets and configuration,
 * the routes to it. What acts on a running workload comes after.
 */
const WAVES: Readonly<Record<string, number>> = {
  Namespace: -30,
  PriorityClass: -20,
  ResourceQuota: -20,
  LimitRange: -20,
  Role: -20,
  RoleBinding: -20,
  ServiceAccount: -20,
  NetworkPolicy: -20,
  PeerAuthentication: -20,
  RequestAuthentication: -20,
  AuthorizationPolicy: -20,
  Sidecar: -20,
  ServiceEntry: -20,
  EnvoyFilter: -20,
  Telemetry: -20,
  SecretStore: -10,
  ExternalSecret: -9,
  ConfigMap: -9,
  Service: -5,
  DestinationRule: -5,
  VirtualService: -4,
  Job: -1,
  HorizontalPodAutoscaler: 1,
  PodDisruptionBudget: 1,
  Gateway: 2,
  Ingress: 3,
};

const ANNOTATION = 'argocd.argoproj.io/sync-wave';

/** The object with its sync wave as Argo CD reads it; unchanged in wave 0. */
export function withSyncWave(object: ManifestObject): ManifestObject {
  const wave = WAVES[object.kind];
  if (wave === undefined) return object;
  const { annotations } = object.metadata;
  const value = String(wave);
  return {
    ...object,
    metadata: { ...object.metadata, annotations: withEntry(annotations, ANNOTATION, value) },
  };
}

/** The map, whose keys are in order, with one more key in its place. */
function withEntry(map: Readonly<Record<string, string>> | undefined, key: string, value: string) {
  if (map === undefined) return { [key]: value };
  const entries = Object.entries(map);
  const after = entries.findIndex(([other]) => other > key);
  entries.splice(after < 0 ? entries.length : after, 0, [key, value]);
  return Object.fromEntries(entries);
}

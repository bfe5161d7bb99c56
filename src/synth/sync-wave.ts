import type { ManifestObject } from '../model/manifest.ts';
import { type Annotations, withAnnotations } from './annotations.ts';

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
  ClusterRole: -20,
  ClusterRoleBinding: -20,
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
  Password: -10,
  ExternalSecret: -9,
  ConfigMap: -9,
  Service: -5,
  DestinationRule: -5,
  AnalysisTemplate: -5,
  VirtualService: -4,
  Job: -1,
  HorizontalPodAutoscaler: 1,
  ScaledObject: 1,
  PodDisruptionBudget: 1,
  Gateway: 2,
  Ingress: 3,
};

const ANNOTATION = 'argocd.argoproj.io/sync-wave';

/** Annotations of the many objects that have no other, one map per kind. */
const ALONE: Readonly<Record<string, Annotations>> = Object.fromEntries(
  Object.entries(WAVES).map(([kind, wave]) => [kind, { [ANNOTATION]: String(wave) }]),
);

/** The object with its sync wave as Argo CD reads it; unchanged in wave 0. */
export function withSyncWave(object: ManifestObject): ManifestObject {
  const wave = ALONE[object.kind];
  return wave === undefined ? object : withAnnotations(object, wave);
}

import type { ManifestObject } from '../../model/manifest.ts';
import { groupOf } from './api-group.ts';

/** Kinds by group that are surely of a namespace. What is not listed is unknown. */
const NAMESPACED: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...['ConfigMap', 'LimitRange', 'PersistentVolumeClaim', 'Pod', 'ResourceQuota', 'Secret', 'Service'],
    'ServiceAccount',
  ],
  apps: ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  'argoproj.io': ['AnalysisTemplate', 'AppProject', 'Application', 'ApplicationSet', 'Rollout'],
  autoscaling: ['HorizontalPodAutoscaler'],
  batch: ['CronJob', 'Job'],
  'external-secrets.io': ['ExternalSecret', 'SecretStore'],
  'keda.sh': ['ScaledJob', 'ScaledObject', 'TriggerAuthentication'],
  'monitoring.coreos.com': ['PodMonitor', 'PrometheusRule', 'ServiceMonitor'],
  'networking.istio.io': [
    ...['DestinationRule', 'EnvoyFilter', 'Gateway', 'ServiceEntry', 'Sidecar', 'VirtualService'],
  ],
  'networking.k8s.io': ['Ingress', 'NetworkPolicy'],
  policy: ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io': ['Role', 'RoleBinding'],
  'security.istio.io': ['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'],
};

/** Whether an object is of a kind that has a namespace, as far as that is known. */
export function isNamespaced({ apiVersion, kind }: ManifestObject): boolean {
  const group = groupOf(apiVersion);
  return Object.hasOwn(NAMESPACED, group) && (NAMESPACED[group]?.includes(kind) ?? false);
}

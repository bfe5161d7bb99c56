import type { k8s } from 'cdk8s-plus-28';
import { kind } from './api-object.ts';
import type { Plain } from './plain.ts';

/** Built-in kinds, typed by cdk8s-plus-28. Only the types are used, so nothing of that package is loaded. */
export class ConfigMap extends kind<Plain<k8s.KubeConfigMapProps>>('v1', 'ConfigMap') {}
export class LimitRange extends kind<Plain<k8s.KubeLimitRangeProps>>('v1', 'LimitRange') {}
export class Namespace extends kind<Plain<k8s.KubeNamespaceProps>>('v1', 'Namespace') {}
export class ResourceQuota extends kind<Plain<k8s.KubeResourceQuotaProps>>('v1', 'ResourceQuota') {}
export class Service extends kind<Plain<k8s.KubeServiceProps>>('v1', 'Service') {}
export class ServiceAccount extends kind<Plain<k8s.KubeServiceAccountProps>>('v1', 'ServiceAccount') {}
export class Deployment extends kind<Plain<k8s.KubeDeploymentProps>>('apps/v1', 'Deployment') {}
export class StatefulSet extends kind<Plain<k8s.KubeStatefulSetProps>>('apps/v1', 'StatefulSet') {}
export class DaemonSet extends kind<Plain<k8s.KubeDaemonSetProps>>('apps/v1', 'DaemonSet') {}
export class CronJob extends kind<Plain<k8s.KubeCronJobProps>>('batch/v1', 'CronJob') {}
export class Job extends kind<Plain<k8s.KubeJobProps>>('batch/v1', 'Job') {}
export class HorizontalPodAutoscaler extends kind<Plain<k8s.KubeHorizontalPodAutoscalerV2Props>>(
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
) {}
export class PodDisruptionBudget extends kind<Plain<k8s.KubePodDisruptionBudgetProps>>(
  'policy/v1',
  'PodDisruptionBudget',
) {}
export class NetworkPolicy extends kind<Plain<k8s.KubeNetworkPolicyProps>>(
  'networking.k8s.io/v1',
  'NetworkPolicy',
) {}
export class Ingress extends kind<Plain<k8s.KubeIngressProps>>('networking.k8s.io/v1', 'Ingress') {}
export class PriorityClass extends kind<Plain<k8s.KubePriorityClassProps>>(
  'scheduling.k8s.io/v1',
  'PriorityClass',
) {}
export class StorageClass extends kind<Plain<k8s.KubeStorageClassProps>>(
  'storage.k8s.io/v1',
  'StorageClass',
) {}
export class Role extends kind<Plain<k8s.KubeRoleProps>>('rbac.authorization.k8s.io/v1', 'Role') {}
export class RoleBinding extends kind<Plain<k8s.KubeRoleBindingProps>>(
  'rbac.authorization.k8s.io/v1',
  'RoleBinding',
) {}
export class ClusterRole extends kind<Plain<k8s.KubeClusterRoleProps>>(
  'rbac.authorization.k8s.io/v1',
  'ClusterRole',
) {}
export class ClusterRoleBinding extends kind<Plain<k8s.KubeClusterRoleBindingProps>>(
  'rbac.authorization.k8s.io/v1',
  'ClusterRoleBinding',
) {}

/** Parts of those kinds that charts build in functions of their own. */
export type PodSpec = Plain<k8s.PodSpec>;
export type PodTemplate = Plain<k8s.PodTemplateSpec>;
export type Container = Plain<k8s.Container>;
export type Probe = Plain<k8s.Probe>;
export type JobSpec = Plain<k8s.JobSpec>;
export type EnvVar = Plain<k8s.EnvVar>;
export type VolumeMount = Plain<k8s.VolumeMount>;
/** The package has `downwardApi`, where Kubernetes has `downwardAPI`. */
export type PodVolume = Omit<Plain<k8s.Volume>, 'downwardApi'> & {
  readonly downwardAPI?: Plain<k8s.DownwardApiVolumeSource>;
};
export type AutoscalerMetric = Plain<k8s.MetricSpecV2>;
/** The generated type spells this one field as no API server does. */
export type PolicyRule = Omit<Plain<k8s.PolicyRule>, 'nonResourceUrLs'> & {
  readonly nonResourceURLs?: readonly string[];
};
export type NetworkPolicyIngressRule = Plain<k8s.NetworkPolicyIngressRule>;
export type NetworkPolicyEgressRule = Plain<k8s.NetworkPolicyEgressRule>;
export type NetworkPolicyPeer = Plain<k8s.NetworkPolicyPeer>;
export type IngressSpec = NonNullable<Plain<k8s.KubeIngressProps>['spec']>;
export type NetworkPolicyPort = Plain<k8s.NetworkPolicyPort>;

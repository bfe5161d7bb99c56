import type { Retirements } from './retirement.ts';

/** https://kubernetes.io/docs/reference/using-api/deprecation-guide/, which ends with 1.32, and deprecations without a removal. */
export const kubernetesRetirements: Retirements = {
  'extensions/v1beta1 DaemonSet': { deprecatedIn: 9, removedIn: 16, instead: 'apps/v1' },
  'extensions/v1beta1 Deployment': { deprecatedIn: 9, removedIn: 16, instead: 'apps/v1' },
  'extensions/v1beta1 ReplicaSet': { deprecatedIn: 9, removedIn: 16, instead: 'apps/v1' },
  'extensions/v1beta1 NetworkPolicy': { deprecatedIn: 9, removedIn: 16, instead: 'networking.k8s.io/v1' },
  'extensions/v1beta1 PodSecurityPolicy': {
    deprecatedIn: 11,
    removedIn: 16,
    instead: 'labels of Pod Security Admission on the Namespace',
  },
  'extensions/v1beta1 Ingress': { deprecatedIn: 14, removedIn: 22, instead: 'networking.k8s.io/v1' },
  'apps/v1beta1 *': { deprecatedIn: 9, removedIn: 16, instead: 'apps/v1' },
  'apps/v1beta2 *': { deprecatedIn: 9, removedIn: 16, instead: 'apps/v1' },
  'admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration': {
    deprecatedIn: 16,
    removedIn: 22,
    instead: 'admissionregistration.k8s.io/v1',
  },
  'admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration': {
    deprecatedIn: 16,
    removedIn: 22,
    instead: 'admissionregistration.k8s.io/v1',
  },
  'apiextensions.k8s.io/v1beta1 *': { deprecatedIn: 16, removedIn: 22, instead: 'apiextensions.k8s.io/v1' },
  'apiregistration.k8s.io/v1beta1 *': {
    deprecatedIn: 19,
    removedIn: 22,
    instead: 'apiregistration.k8s.io/v1',
  },
  'authentication.k8s.io/v1beta1 TokenReview': {
    deprecatedIn: 19,
    removedIn: 22,
    instead: 'authentication.k8s.io/v1',
  },
  'authorization.k8s.io/v1beta1 *': { deprecatedIn: 19, removedIn: 22, instead: 'authorization.k8s.io/v1' },
  'certificates.k8s.io/v1beta1 CertificateSigningRequest': {
    deprecatedIn: 19,
    removedIn: 22,
    instead: 'certificates.k8s.io/v1',
  },
  'coordination.k8s.io/v1beta1 Lease': { deprecatedIn: 19, removedIn: 22, instead: 'coordination.k8s.io/v1' },
  'networking.k8s.io/v1beta1 Ingress': { deprecatedIn: 19, removedIn: 22, instead: 'networking.k8s.io/v1' },
  'networking.k8s.io/v1beta1 IngressClass': {
    deprecatedIn: 19,
    removedIn: 22,
    instead: 'networking.k8s.io/v1',
  },
  'rbac.authorization.k8s.io/v1beta1 *': {
    deprecatedIn: 17,
    removedIn: 22,
    instead: 'rbac.authorization.k8s.io/v1',
  },
  'rbac.authorization.k8s.io/v1alpha1 *': {
    deprecatedIn: 17,
    removedIn: 23,
    instead: 'rbac.authorization.k8s.io/v1',
  },
  'scheduling.k8s.io/v1beta1 PriorityClass': {
    deprecatedIn: 14,
    removedIn: 22,
    instead: 'scheduling.k8s.io/v1',
  },
  'scheduling.k8s.io/v1alpha1 PriorityClass': {
    deprecatedIn: 14,
    removedIn: 23,
    instead: 'scheduling.k8s.io/v1',
  },
  'storage.k8s.io/v1beta1 CSIDriver': { deprecatedIn: 19, removedIn: 22, instead: 'storage.k8s.io/v1' },
  'storage.k8s.io/v1beta1 CSINode': { deprecatedIn: 19, removedIn: 22, instead: 'storage.k8s.io/v1' },
  'storage.k8s.io/v1beta1 StorageClass': { deprecatedIn: 19, removedIn: 22, instead: 'storage.k8s.io/v1' },
  'storage.k8s.io/v1beta1 VolumeAttachment': {
    deprecatedIn: 19,
    removedIn: 22,
    instead: 'storage.k8s.io/v1',
  },
  'storage.k8s.io/v1beta1 CSIStorageCapacity': {
    deprecatedIn: 24,
    removedIn: 27,
    instead: 'storage.k8s.io/v1',
  },
  'autoscaling/v2beta1 *': { deprecatedIn: 22, removedIn: 25, instead: 'autoscaling/v2' },
  'autoscaling/v2beta2 *': { deprecatedIn: 23, removedIn: 26, instead: 'autoscaling/v2' },
  'batch/v1beta1 CronJob': { deprecatedIn: 21, removedIn: 25, instead: 'batch/v1' },
  'discovery.k8s.io/v1beta1 EndpointSlice': {
    deprecatedIn: 21,
    removedIn: 25,
    instead: 'discovery.k8s.io/v1',
  },
  'events.k8s.io/v1beta1 Event': { deprecatedIn: 22, removedIn: 25, instead: 'events.k8s.io/v1' },
  'node.k8s.io/v1beta1 RuntimeClass': { deprecatedIn: 22, removedIn: 25, instead: 'node.k8s.io/v1' },
  'policy/v1beta1 PodDisruptionBudget': { deprecatedIn: 21, removedIn: 25, instead: 'policy/v1' },
  'policy/v1beta1 PodSecurityPolicy': {
    deprecatedIn: 21,
    removedIn: 25,
    instead: 'labels of Pod Security Admission on the Namespace',
  },
  'flowcontrol.apiserver.k8s.io/v1beta1 *': {
    deprecatedIn: 23,
    removedIn: 26,
    instead: 'flowcontrol.apiserver.k8s.io/v1',
  },
  'flowcontrol.apiserver.k8s.io/v1beta2 *': {
    deprecatedIn: 26,
    removedIn: 29,
    instead: 'flowcontrol.apiserver.k8s.io/v1',
  },
  'flowcontrol.apiserver.k8s.io/v1beta3 *': {
    deprecatedIn: 29,
    removedIn: 32,
    instead: 'flowcontrol.apiserver.k8s.io/v1',
  },
  'v1 ComponentStatus': {
    deprecatedIn: 19,
    removedIn: undefined,
    instead: 'nothing: ask the components for their health',
  },
  'v1 Endpoints': { deprecatedIn: 33, removedIn: undefined, instead: 'discovery.k8s.io/v1 EndpointSlice' },
};

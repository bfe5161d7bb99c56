import { MESH_RULES } from './mesh-rules.ts';
import type { Rule } from './rule.ts';

const VERBS = ['get', 'list', 'watch'] as const;

/**
 * What a person needs to see in a namespace to find out why something does not run, and what Kiali shows with a person's
 * own token (https://kiali.io/docs/configuration/rbac/). No Secrets: who may list them may read them.
 */
export const VIEWER_RULES: readonly Rule[] = [
  {
    apiGroups: [''],
    resources: [
      'configmaps',
      'endpoints',
      'events',
      'limitranges',
      'namespaces',
      'persistentvolumeclaims',
      'pods',
      'pods/log',
      'replicationcontrollers',
      'resourcequotas',
      'serviceaccounts',
      'services',
    ],
    verbs: VERBS,
  },
  {
    apiGroups: ['apps'],
    // Old revisions of a StatefulSet or DaemonSet: what `kubectl rollout history` reads.
    resources: ['controllerrevisions', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'],
    verbs: VERBS,
  },
  { apiGroups: ['argoproj.io'], resources: ['analysisruns', 'analysistemplates', 'rollouts'], verbs: VERBS },
  { apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'], verbs: VERBS },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: VERBS },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: VERBS },
  { apiGroups: ['events.k8s.io'], resources: ['events'], verbs: VERBS },
  { apiGroups: ['external-secrets.io'], resources: ['externalsecrets', 'secretstores'], verbs: VERBS },
  { apiGroups: ['keda.sh'], resources: ['scaledobjects'], verbs: VERBS },
  // What `kubectl top pods` reads.
  { apiGroups: ['metrics.k8s.io'], resources: ['pods'], verbs: ['get', 'list'] },
  {
    apiGroups: ['monitoring.coreos.com'],
    resources: ['alertmanagerconfigs', 'podmonitors', 'probes', 'prometheusrules', 'scrapeconfigs'],
    verbs: VERBS,
  },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'networkpolicies'], verbs: VERBS },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: VERBS },
  { apiGroups: ['rbac.authorization.k8s.io'], resources: ['rolebindings', 'roles'], verbs: VERBS },
  ...MESH_RULES,
];

/** What a person needs to see of the cluster itself: its nodes and volumes, what is admitted and what goes first. */
export const CLUSTER_VIEWER_RULES: readonly Rule[] = [
  { apiGroups: [''], resources: ['namespaces', 'nodes', 'persistentvolumes'], verbs: VERBS },
  // What `kubectl describe node` reads beside the node.
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get'] },
  { apiGroups: ['metrics.k8s.io'], resources: ['nodes'], verbs: ['get', 'list'] },
  { apiGroups: ['scheduling.k8s.io'], resources: ['priorityclasses'], verbs: VERBS },
  { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], verbs: VERBS },
];

import type { PolicyRule } from '../../imports/kubernetes.ts';
import type { Environment, Namespace } from '../../src/model/environment.ts';

/**
 * What a deployer may change in a namespace: the kinds a platform's own objects have there, and nothing else.
 * Secrets, rights, quotas and running pods are not among them, nor what opens the cluster's edge (Gateway, Ingress).
 */
export function deployerRulesIn(namespace: Namespace, environment: Environment): readonly PolicyRule[] {
  // Whoever can start a pod beside External Secrets can use its ServiceAccount and read every Secret of the cluster;
  // where pods may look at their node, whoever can start one has the node.
  const isAboveOthers =
    namespace.name === environment.namespaces.externalSecrets || namespace.podSecurity === 'privileged';
  return isAboveOthers ? POLICY_RULES : WORKLOAD_RULES;
}

const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'] as const;

const POLICY_RULES: readonly PolicyRule[] = [
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: VERBS },
];

const WORKLOAD_RULES: readonly PolicyRule[] = [
  { apiGroups: [''], resources: ['configmaps', 'serviceaccounts', 'services'], verbs: VERBS },
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: VERBS },
  { apiGroups: ['argoproj.io'], resources: ['analysistemplates', 'rollouts'], verbs: VERBS },
  // To look at a release that is judged, and to promote, abort and retry it.
  { apiGroups: ['argoproj.io'], resources: ['analysisruns'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: ['argoproj.io'], resources: ['rollouts/status'], verbs: ['get', 'patch', 'update'] },
  { apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'], verbs: VERBS },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: VERBS },
  { apiGroups: ['external-secrets.io'], resources: ['externalsecrets', 'secretstores'], verbs: VERBS },
  { apiGroups: ['generators.external-secrets.io'], resources: ['passwords'], verbs: VERBS },
  { apiGroups: ['keda.sh'], resources: ['scaledobjects'], verbs: VERBS },
  {
    apiGroups: ['networking.istio.io'],
    resources: ['destinationrules', 'envoyfilters', 'serviceentries', 'sidecars', 'virtualservices'],
    verbs: VERBS,
  },
  {
    apiGroups: ['monitoring.coreos.com'],
    resources: ['alertmanagerconfigs', 'podmonitors', 'probes', 'prometheusrules', 'scrapeconfigs'],
    verbs: VERBS,
  },
  ...POLICY_RULES,
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: VERBS },
  {
    apiGroups: ['security.istio.io'],
    resources: ['authorizationpolicies', 'peerauthentications', 'requestauthentications'],
    verbs: VERBS,
  },
  { apiGroups: ['telemetry.istio.io'], resources: ['telemetries'], verbs: VERBS },
];

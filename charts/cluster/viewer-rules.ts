import type { PolicyRule } from '../../imports/kubernetes.ts';

const VERBS = ['get', 'list', 'watch'] as const;

/** What a person needs to see to find out why something does not run. No Secrets: who may list them may read them. */
export const VIEWER_RULES: readonly PolicyRule[] = [
  {
    apiGroups: [''],
    resources: [
      'configmaps',
      'events',
      'limitranges',
      'persistentvolumeclaims',
      'pods',
      'pods/log',
      'resourcequotas',
      'serviceaccounts',
      'services',
    ],
    verbs: VERBS,
  },
  { apiGroups: ['apps'], resources: ['deployments', 'replicasets', 'statefulsets'], verbs: VERBS },
  { apiGroups: ['argoproj.io'], resources: ['analysisruns', 'analysistemplates', 'rollouts'], verbs: VERBS },
  { apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'], verbs: VERBS },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: VERBS },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: VERBS },
  { apiGroups: ['events.k8s.io'], resources: ['events'], verbs: VERBS },
  { apiGroups: ['external-secrets.io'], resources: ['externalsecrets', 'secretstores'], verbs: VERBS },
  { apiGroups: ['keda.sh'], resources: ['scaledobjects'], verbs: VERBS },
  // What `kubectl top` reads.
  { apiGroups: ['metrics.k8s.io'], resources: ['pods'], verbs: ['get', 'list'] },
  {
    apiGroups: ['networking.istio.io'],
    resources: [
      'destinationrules',
      'envoyfilters',
      'gateways',
      'serviceentries',
      'sidecars',
      'virtualservices',
    ],
    verbs: VERBS,
  },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'networkpolicies'], verbs: VERBS },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: VERBS },
  {
    apiGroups: ['security.istio.io'],
    resources: ['authorizationpolicies', 'peerauthentications', 'requestauthentications'],
    verbs: VERBS,
  },
  { apiGroups: ['telemetry.istio.io'], resources: ['telemetries'], verbs: VERBS },
];

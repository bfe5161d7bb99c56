import type { Rule } from './rule.ts';

const VERBS = ['get', 'list', 'watch'] as const;

/** What there is to see of a mesh and its routes: for people, and for Kiali, which shows it (kiali.io, Role-Based Access Control). */
export const MESH_RULES: readonly Rule[] = [
  { apiGroups: ['extensions.istio.io'], resources: ['wasmplugins'], verbs: VERBS },
  {
    apiGroups: ['gateway.networking.k8s.io'],
    resources: ['gateways', 'grpcroutes', 'httproutes', 'referencegrants', 'tcproutes', 'tlsroutes'],
    verbs: VERBS,
  },
  {
    apiGroups: ['networking.istio.io'],
    resources: [
      'destinationrules',
      'envoyfilters',
      'gateways',
      'proxyconfigs',
      'serviceentries',
      'sidecars',
      'virtualservices',
      'workloadentries',
      'workloadgroups',
    ],
    verbs: VERBS,
  },
  {
    apiGroups: ['security.istio.io'],
    resources: ['authorizationpolicies', 'peerauthentications', 'requestauthentications'],
    verbs: VERBS,
  },
  { apiGroups: ['telemetry.istio.io'], resources: ['telemetries'], verbs: VERBS },
];

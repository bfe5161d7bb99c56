import type { Rule } from './rule.ts';

const VERBS = ['create', 'delete', 'patch', 'update'] as const;

/**
 * What deployers may write among the services while an emergency is declared: what runs, its configuration, its size
 * and its routes. Not who may reach what, nor accounts, secrets, rights and quotas; and nothing in other namespaces.
 */
export const EMERGENCY_RULES: readonly Rule[] = [
  { apiGroups: [''], resources: ['configmaps', 'services'], verbs: VERBS },
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: VERBS },
  { apiGroups: ['argoproj.io'], resources: ['rollouts'], verbs: VERBS },
  { apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'], verbs: VERBS },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: VERBS },
  { apiGroups: ['keda.sh'], resources: ['scaledobjects'], verbs: VERBS },
  { apiGroups: ['networking.istio.io'], resources: ['destinationrules', 'virtualservices'], verbs: VERBS },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: VERBS },
];

import type { JsonSchema } from './json-schema.ts';
import type { FieldSpan } from './shape.ts';

/** Kinds of one maker, as `npm run kinds` writes them. */
export interface KindsFile {
  readonly kinds: Readonly<Record<string, { readonly definition: string } & FieldSpan>>;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

type Importing = () => Promise<{ readonly default: unknown }>;

/** The files of kinds, each loaded when a kind of it occurs. Literal imports, so that the bundler sees them. */
export const kindFiles: Readonly<Record<string, Importing>> = {
  'approver-policy': () => import('./kinds/approver-policy.json', { with: { type: 'json' } }),
  'argo-cd': () => import('./kinds/argo-cd.json', { with: { type: 'json' } }),
  'argo-rollouts': () => import('./kinds/argo-rollouts.json', { with: { type: 'json' } }),
  'aws-privateca-issuer': () => import('./kinds/aws-privateca-issuer.json', { with: { type: 'json' } }),
  'cert-manager': () => import('./kinds/cert-manager.json', { with: { type: 'json' } }),
  'external-secrets': () => import('./kinds/external-secrets.json', { with: { type: 'json' } }),
  'gateway-api': () => import('./kinds/gateway-api.json', { with: { type: 'json' } }),
  istio: () => import('./kinds/istio.json', { with: { type: 'json' } }),
  karpenter: () => import('./kinds/karpenter.json', { with: { type: 'json' } }),
  keda: () => import('./kinds/keda.json', { with: { type: 'json' } }),
  kubernetes: () => import('./kinds/kubernetes.json', { with: { type: 'json' } }),
  'prometheus-operator': () => import('./kinds/prometheus-operator.json', { with: { type: 'json' } }),
  'trust-manager': () => import('./kinds/trust-manager.json', { with: { type: 'json' } }),
  velero: () => import('./kinds/velero.json', { with: { type: 'json' } }),
};

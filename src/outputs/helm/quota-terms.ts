import type { ContainerResources } from '../../model/service.ts';

/** What the quota of the services' namespace is the sum of. */
export interface QuotaTerms {
  readonly namespace: string;
  readonly services: readonly QuotaTerm[];
}

/** What one service may use: pods that there are whatever it is scaled to, then so many generations of each variant. */
export interface QuotaTerm {
  readonly service: string;
  readonly jobs: number;
  readonly generations: number;
  readonly most: readonly { readonly variant: string | undefined; readonly pods: number }[];
  readonly resources: ContainerResources;
  /** Of the sidecar beside it, if it has any. */
  readonly sidecar: ContainerResources | undefined;
}

/** The fields of a quota that are sums over pods, and what of a pod each adds up. */
export const QUOTA_FIELDS: Readonly<Record<string, string>> = {
  pods: 'pods',
  'requests.cpu': 'cpu',
  'requests.memory': 'memory',
  'limits.memory': 'limit',
};

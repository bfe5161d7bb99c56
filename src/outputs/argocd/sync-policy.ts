import type { ISyncPolicy } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/SyncPolicy';

/**
 * How an Application is synced. Server-side apply, with the server-side diff that belongs to it (`DIFF_OPTIONS`): alone,
 * either finds differences in every default of a custom resource. An object of two Applications is a failure.
 */
export function syncPolicy(
  { isAutomated, isHealing = true }: { readonly isAutomated: boolean; readonly isHealing?: boolean },
  ...options: readonly string[]
): ISyncPolicy {
  return {
    ...(isAutomated && {
      automated: { enabled: true, prune: true, selfHeal: isHealing, allowEmpty: false },
    }),
    // Without refresh, the commit that mends a failing one waits until all attempts at that one are through.
    retry: { limit: 5, refresh: true, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
    syncOptions: [
      'ServerSideApply=true',
      'ApplyOutOfSyncOnly=true',
      'PruneLast=true',
      'PrunePropagationPolicy=foreground',
      'FailOnSharedResource=true',
      ...options,
    ],
  };
}

/** The annotation that lets the API server say what a sync would change. */
export const DIFF_OPTIONS = { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' } as const;

import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { applicationName, type DeliveredEnvironment, deliveryLabels } from './delivered-environment.ts';
import { ignoredDifferences } from './ignored-differences.ts';
import { sortedMap } from './sorted-map.ts';
import { subscriptions } from './subscriptions.ts';
import { DIFF_OPTIONS, syncPolicy } from './sync-policy.ts';
import { syncWave } from './sync-wave.ts';

/**
 * The Application of an environment: its folder of plain manifests, as it stands in Git. It has no finalizer, so
 * that removing it, or the environment from the input, never removes what runs.
 */
export function environmentApplication({ facts, delivery, inventory }: DeliveredEnvironment): IApplication {
  const { repository, revision, path, argocd, isAutomated, notifications } = delivery;
  const ignored = ignoredDifferences(inventory.rollouts);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: applicationName(facts),
      namespace: argocd.namespace,
      labels: deliveryLabels(facts),
      annotations: sortedMap({
        ...DIFF_OPTIONS,
        // Only commits that change this folder are looked into.
        'argocd.argoproj.io/manifest-generate-paths': '.',
        ...syncWave('environment'),
        ...subscriptions(notifications),
      }),
    },
    spec: {
      project: facts.platform,
      source: {
        repoURL: repository,
        targetRevision: revision,
        path: `${path}/manifests/${facts.platform}/${facts.name}`,
        directory: { recurse: true },
      },
      destination: { name: facts.cluster.name, namespace: facts.namespaces.services },
      syncPolicy: syncPolicy({ isAutomated }),
      ...(ignored.length > 0 && { ignoreDifferences: [...ignored] }),
    },
  };
}

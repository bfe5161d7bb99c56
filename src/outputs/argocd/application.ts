import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { applicationName, type DeliveredEnvironment, deliveryLabels } from './delivered-environment.ts';
import { ON_ITS_OWN } from './health.ts';
import { ignoredDifferences } from './ignored-differences.ts';
import { objectName } from './inventory.ts';
import { BASE, inPartOrder, type Part, partNamed } from './parts.ts';
import { sortedMap } from './sorted-map.ts';
import { subscriptions } from './subscriptions.ts';
import { DIFF_OPTIONS, syncPolicy } from './sync-policy.ts';
import { syncWave } from './sync-wave.ts';

/**
 * The Applications of an environment, a part of its folder each, so that what one waits for holds back no other: the
 * base, the way in, backups, what watches it, and every service.
 */
export function environmentApplications(one: DeliveredEnvironment): readonly IApplication[] {
  return inPartOrder(one.inventory.steerable.keys()).map((name) => partApplication(one, partNamed(name)));
}

function partApplication(one: DeliveredEnvironment, part: Part): IApplication {
  const { outline, delivery } = one;
  const { repository, revision, path, argocd, isAutomated } = delivery;
  const { include, exclude } = part;
  const ignored = ignoredIn(one, part);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: applicationName(outline, part.name),
      namespace: argocd.namespace,
      labels: partLabels(one, part),
      annotations: partAnnotations(one, part),
      ...(part.name !== BASE && { finalizers: ['resources-finalizer.argocd.argoproj.io'] }),
    },
    spec: {
      project: outline.platform,
      source: {
        repoURL: repository,
        targetRevision: revision,
        path: `${path}/manifests/${outline.platform}/${outline.name}`,
        directory: { include, ...(exclude !== undefined && { exclude }) },
      },
      destination: { name: outline.cluster.name, namespace: outline.namespaces.services },
      syncPolicy: syncPolicy({ isAutomated }),
      ...(ignored.length > 0 && { ignoreDifferences: [...ignored] }),
    },
  };
}

/** The root waits for the base, and for services whose data the Jobs of others need; for nothing else. */
function partLabels({ outline, order }: DeliveredEnvironment, { name }: Part): Record<string, string> {
  const isAwaited = name === BASE || order.awaited.has(name);
  return sortedMap({
    ...deliveryLabels(outline),
    'charthouse.dev/part': name,
    ...(!isAwaited && { [ON_ITS_OWN]: 'true' }),
  });
}

/**
 * An Application that is gone from Git takes with it what it brought, as the removal of a file did: only a person can say
 * so, as that is what a removed environment would do too. The base stays, and with it namespaces and their volumes.
 */
function partAnnotations({ delivery, order }: DeliveredEnvironment, { name, include }: Part) {
  return sortedMap({
    ...DIFF_OPTIONS,
    // Only commits that change these files are looked into.
    'argocd.argoproj.io/manifest-generate-paths': include,
    ...(name !== BASE && { 'argocd.argoproj.io/sync-options': 'Prune=confirm' }),
    ...(name === BASE ? syncWave('base') : syncWave('part', order.turns.get(name))),
    ...subscriptions(delivery.notifications),
  });
}

/** What is steered while a release goes on is in the service's part, or with the routes of public hosts in the base. */
function ignoredIn({ inventory }: DeliveredEnvironment, { name: part }: Part) {
  const own = inventory.steerable.get(part);
  return ignoredDifferences(inventory.rollouts).filter(({ kind, name, namespace }) =>
    own?.has(objectName(kind, { name, namespace })),
  );
}

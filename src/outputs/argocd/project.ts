import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { type DeliveredEnvironment, everyApplication, platformLabels } from './delivered-environment.ts';
import { groupKinds, type Inventory } from './inventory.ts';
import { roles } from './roles.ts';
import { syncWave } from './sync-wave.ts';
import { syncWindows } from './sync-windows.ts';

/**
 * The AppProject of a platform, with the least that its environments need: the one repository, the namespaces and kinds
 * that are rendered, its groups' rights, its windows.
 */
export function platformProject(
  platform: string,
  environments: readonly DeliveredEnvironment[],
): IAppProject {
  const inventories = environments.map(({ inventory }) => inventory);
  const windows = environments.flatMap((one) => syncWindows(one, [everyApplication(one.outline)]));
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: projectMetadata(platform, platform, environments),
    spec: {
      description: `Everything of ${platform}`,
      sourceRepos: repositories(environments),
      destinations: environments.flatMap(({ outline, inventory }) =>
        [...inventory.namespaces].sort().map((namespace) => ({ name: outline.cluster.name, namespace })),
      ),
      clusterResourceWhitelist: [...namedKinds(inventories)],
      namespaceResourceWhitelist: [
        ...groupKinds(inventories.flatMap(({ namespacedTypes }) => withActions(namespacedTypes))),
      ],
      orphanedResources: { warn: true, ignore: MADE_BY_OTHERS },
      roles: environments.flatMap((one) => roles(one, platform, everyApplication(one.outline))),
      ...(windows.length > 0 && { syncWindows: windows }),
    },
  };
}

/** Argo CD's action `create-job` of a CronJob makes a Job, which the project has to permit. */
function withActions(types: ReadonlySet<string>): readonly string[] {
  return types.has('batch/v1 CronJob') ? [...types, 'batch/v1 Job'] : [...types];
}

/** What controllers put beside what is rendered: istiod its certificate into every namespace, Velero its backups. */
const MADE_BY_OTHERS = [
  { kind: 'ConfigMap', name: 'istio-ca-root-cert' },
  { group: 'velero.io', kind: '*' },
];

/** Metadata of an AppProject. Its finalizer keeps it as long as an Application is in it. */
export function projectMetadata(
  name: string,
  platform: string,
  [first]: readonly DeliveredEnvironment[],
): IAppProject['metadata'] {
  return {
    name,
    namespace: first?.delivery.argocd.namespace ?? '',
    labels: platformLabels(platform),
    annotations: syncWave('project'),
    finalizers: ['resources-finalizer.argocd.argoproj.io'],
  };
}

/**
 * What is in no namespace is named, as the right to any ClusterRole would be the right to everything
 * (github.com/argoproj/argo-cd/pull/24674, in the version that is required).
 */
function namedKinds(inventories: readonly Inventory[]) {
  const rendered = inventories.flatMap(({ clusterObjects }) => [...clusterObjects]);
  return groupKinds(rendered.map(([type]) => type)).flatMap(({ group, kind }) => {
    const names = rendered.flatMap(([type, some]) => (isOfKind(type, group, kind) ? [...some] : []));
    return [...new Set(names)].sort().map((name) => ({ group, kind, name }));
  });
}

function isOfKind(type: string, group: string, kind: string): boolean {
  const [only] = groupKinds([type]);
  return only?.group === group && only.kind === kind;
}

function repositories(environments: readonly DeliveredEnvironment[]): string[] {
  return [...new Set(environments.map(({ delivery }) => delivery.repository))];
}

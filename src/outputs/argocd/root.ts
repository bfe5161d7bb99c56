import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { type DeliveredEnvironment, platformLabels } from './delivered-environment.ts';
import { groupKinds } from './inventory.ts';
import { projectMetadata } from './project.ts';
import { DIFF_OPTIONS, syncPolicy } from './sync-policy.ts';

/** Folder of the objects that the root Application brings, below the platform's. */
export const APPS = 'apps';

/** The cluster that Argo CD itself runs in. */
const OWN_CLUSTER = 'https://kubernetes.default.svc';

/**
 * The root Application, which brings the AppProjects and Applications of the platform, and its AppProject, which lets it
 * bring nothing else. `types` are those of what it brings.
 */
export function rootObjects(
  platform: string,
  environments: readonly DeliveredEnvironment[],
  types: readonly string[],
): readonly [IAppProject, IApplication] {
  return [rootProject(platform, environments, types), rootApplication(platform, environments)];
}

function rootProject(
  platform: string,
  environments: readonly DeliveredEnvironment[],
  types: readonly string[],
): IAppProject {
  const { repository, argocd } = deliveryOf(environments);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: projectMetadata(`${platform}-root`, platform, environments),
    spec: {
      description: `Projects and Applications of ${platform}`,
      sourceRepos: [repository],
      destinations: [{ server: OWN_CLUSTER, namespace: argocd.namespace }],
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [...groupKinds(types)],
    },
  };
}

function rootApplication(platform: string, environments: readonly DeliveredEnvironment[]): IApplication {
  const { repository, path, argocd } = deliveryOf(environments);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: `${platform}-root`,
      namespace: argocd.namespace,
      labels: platformLabels(platform),
      annotations: { ...DIFF_OPTIONS, 'argocd.argoproj.io/manifest-generate-paths': '.' },
    },
    spec: {
      project: `${platform}-root`,
      source: {
        repoURL: repository,
        targetRevision: argocd.revision,
        path: `${path}/argocd/${platform}/${APPS}`,
        directory: { recurse: true },
      },
      destination: { server: OWN_CLUSTER, namespace: argocd.namespace },
      // What a person switches off in an emergency stays off until Git says something else of it.
      syncPolicy: syncPolicy({ isAutomated: true, isHealing: false }),
    },
  };
}

function deliveryOf(environments: readonly DeliveredEnvironment[]): DeliveredEnvironment['delivery'] {
  const [first] = environments;
  if (!first) throw new Error('a platform without environments has nothing to deliver');
  return first.delivery;
}

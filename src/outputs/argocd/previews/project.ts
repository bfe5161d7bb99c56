import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { IProjectRole } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ProjectRole';
import { previewNamespace, pullRequestPreview } from '../../../model/previews.ts';
import { groupKinds } from '../inventory.ts';
import { projectMetadata } from '../project.ts';
import { type PreviewedEnvironment, previewsName } from './previewed-environment.ts';

/**
 * The AppProject of previews: their namespaces and nothing else of the cluster, kinds that are in them, no windows. An
 * Application in it cannot touch the environment it is a copy of.
 */
export function previewsProject(environment: PreviewedEnvironment): IAppProject {
  const { outline, delivery, contents, previews } = environment;
  const name = previewsName(outline.platform);
  const ofPullRequests = previews.pullRequests ? [pullRequestPreview('*')] : [];
  const namespaces = [...previews.instances.map((instance) => instance.name), ...ofPullRequests].map(
    (preview) => previewNamespace(outline.platform, preview),
  );
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: projectMetadata(name, outline.platform, [environment]),
    spec: {
      description: `Previews of ${outline.platform}`,
      sourceRepos: [delivery.repository],
      destinations: namespaces.map((namespace) => ({ name: outline.cluster.name, namespace })),
      clusterResourceWhitelist: groupKinds(contents.clusterObjects.keys()).flatMap((type) =>
        namespaces.map((namespace) => ({ ...type, name: namespace })),
      ),
      namespaceResourceWhitelist: [...groupKinds(contents.namespacedTypes)],
      roles: developers(name, [...outline.access.deployer, ...outline.access.viewer]),
    },
  };
}

/** Whoever may look at the environment may look at its previews, and bring one back that was removed after its time. */
function developers(project: string, groups: readonly string[]): IProjectRole[] {
  if (groups.length === 0) return [];
  const actions = ['applications, get', 'logs, get', 'applications, sync'];
  return [
    {
      name: 'developer',
      description: 'May see and sync previews',
      groups: [...new Set(groups)].sort(),
      policies: actions.map((action) => `p, proj:${project}:developer, ${action}, ${project}/*, allow`),
    },
  ];
}

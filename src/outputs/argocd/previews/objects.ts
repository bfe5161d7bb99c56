import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { DeliveredEnvironment } from '../delivered-environment.ts';
import { pullRequestSet } from './application-set.ts';
import { instanceApplication } from './instance.ts';
import { previewsProject } from './project.ts';

/** What brings the previews of an environment: a project, one Application for each that has a name, and a generator. */
export function previewObjects(
  environment: DeliveredEnvironment,
): readonly (IAppProject | IApplication | IApplicationSet)[] {
  const { outline, previewInventory: contents } = environment;
  const { previews } = outline;
  if (!previews || !contents) return [];
  const previewed = { ...environment, previews, contents };
  return [
    previewsProject(previewed),
    ...previews.instances.map((instance) => instanceApplication(previewed, instance)),
    ...(previews.pullRequests ? [pullRequestSet(previewed, previews.pullRequests)] : []),
  ];
}

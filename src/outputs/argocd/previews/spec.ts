import type { IApplicationSpec } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSpec';
import { previewNamespace } from '../../../model/previews.ts';
import { platformLabels } from '../delivered-environment.ts';
import { DIFF_OPTIONS, syncPolicy } from '../sync-policy.ts';
import { type PreviewedEnvironment, previewsName } from './previewed-environment.ts';

/** A preview as an Application brings it: its name, and tags by service; either may be a template. */
export interface BroughtPreview {
  readonly name: string;
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * Metadata of the Application of a preview, by a name that no environment's has. With it goes all that it brought, as
 * nobody else would remove that.
 */
export function previewMetadata({ outline, delivery }: PreviewedEnvironment, { name }: BroughtPreview) {
  return {
    name: `${outline.platform}-preview-${name}`,
    namespace: delivery.argocd.namespace,
    labels: { ...platformLabels(outline.platform), 'charthouse.dev/preview': name },
    annotations: { ...DIFF_OPTIONS, 'argocd.argoproj.io/manifest-generate-paths': '.' },
    finalizers: ['resources-finalizer.argocd.argoproj.io'],
  };
}

/**
 * Spec of the Application of a preview: the chart of previews, with its name and tags. It does not heal itself: what
 * was removed after its time stays away until there is another commit, or a person syncs.
 */
export function previewSpec(
  { outline, delivery }: PreviewedEnvironment,
  { name, tags }: BroughtPreview,
): IApplicationSpec {
  const parameters = [['preview', name], ...[...tags].map(([service, tag]) => [`tags.${service}`, tag])];
  return {
    project: previewsName(outline.platform),
    source: {
      repoURL: delivery.repository,
      targetRevision: delivery.revision,
      path: `${delivery.path}/previews/${outline.platform}`,
      // A commit of digits alone would be a number.
      helm: {
        parameters: parameters.map(([key = '', value = '']) => ({ name: key, value, forceString: true })),
      },
    },
    destination: { name: outline.cluster.name, namespace: previewNamespace(outline.platform, name) },
    syncPolicy: syncPolicy({ isAutomated: true, isHealing: false }),
  };
}

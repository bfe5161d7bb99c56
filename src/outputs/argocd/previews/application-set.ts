import type { IApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import { type PullRequests, pullRequestPreview } from '../../../model/previews.ts';
import { platformLabels } from '../delivered-environment.ts';
import { syncWave } from '../sync-wave.ts';
import { type PreviewedEnvironment, previewsName } from './previewed-environment.ts';
import { previewMetadata, previewSpec } from './spec.ts';

/** The first seven characters of the commit are what images of a pull request are tagged with. */
const TAG = '{{.head_short_sha_7}}';

/**
 * An Application for each pull request with the label, gone when it is closed or has lost the label. Whatever a pull
 * request says of itself but its number and commit is left out: titles and branches are anybody's words.
 */
export function pullRequestSet(
  environment: PreviewedEnvironment,
  { owner, repository, label, tokenSecret, everySeconds }: PullRequests,
): IApplicationSet {
  const { outline, delivery, previews } = environment;
  const preview = {
    name: pullRequestPreview('{{.number}}'),
    tags: new Map(previews.services.map((service) => [service, TAG])),
  };
  const link = `https://github.com/${owner}/${repository}/pull/{{.number}}`;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: previewsName(outline.platform),
      namespace: delivery.argocd.namespace,
      labels: platformLabels(outline.platform),
      annotations: syncWave('part'),
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          pullRequest: {
            github: {
              owner,
              repo: repository,
              labels: [label],
              tokenRef: { secretName: tokenSecret.name, key: tokenSecret.key },
            },
            requeueAfterSeconds: everySeconds,
          },
        },
      ],
      syncPolicy: { applicationsSync: 'sync', preserveResourcesOnDeletion: false },
      template: {
        metadata: previewMetadata(environment, preview),
        spec: { ...previewSpec(environment, preview), info: [{ name: 'Pull request', value: link }] },
      },
    },
  };
}

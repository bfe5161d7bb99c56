import { defineOutput } from '../output.ts';
import { renderPreviews } from './render.ts';

/** The chart that Argo CD makes each preview of a platform from. */
export const previews = defineOutput({
  name: 'previews',
  summary: 'a Helm chart of the previews of each platform that has any',
  scope: 'platform',
  keep: ({ environment, preview }) => {
    const manifests = preview();
    return manifests && { services: environment.previews?.services ?? [], manifests };
  },
  // One environment of a platform has previews at most.
  render: ([kept], platform) => ({
    files: renderPreviews(platform, kept?.services ?? [], kept?.manifests ?? []),
    objects: kept?.manifests.length ?? 0,
  }),
});

import { defineOutput } from '../output.ts';
import { renderKustomize } from './render.ts';

/** A base of what environments have in common, and an overlay for each. */
export const kustomize = defineOutput({
  name: 'kustomize',
  summary: 'a Kustomize tree of each platform, with an overlay for each environment',
  scope: 'platform',
  keep: ({ environment, manifests }) => [environment.name, manifests] as const,
  render: (kept) => ({
    files: renderKustomize(new Map(kept)),
    objects: kept.reduce((sum, [, manifests]) => sum + manifests.length, 0),
  }),
});

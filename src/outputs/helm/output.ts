import { defineOutput } from '../output.ts';
import { factsOf } from './facts.ts';
import { renderHelm } from './render.ts';

/** A chart whose values are what environments have differently. */
export const helm = defineOutput({
  name: 'helm',
  summary: 'a Helm chart of each platform, with values for each environment',
  scope: 'platform',
  keep: ({ environment, manifests }) =>
    [environment.name, { manifests, facts: factsOf(environment) }] as const,
  render: (kept, platform) => ({
    files: renderHelm(platform, new Map(kept)),
    objects: kept.reduce((sum, [, { manifests }]) => sum + manifests.length, 0),
  }),
});

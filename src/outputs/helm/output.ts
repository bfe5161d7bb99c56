import { defineOutput } from '../output.ts';
import { chartEnvironment } from './chart-environment.ts';
import { renderHelm } from './render.ts';

/** A chart whose values are what the input decides. */
export const helm = defineOutput({
  name: 'helm',
  summary: 'a Helm chart of each platform, with values for each environment',
  scope: 'platform',
  keep: (rendered) => [rendered.environment.name, chartEnvironment(rendered)] as const,
  render: (kept, platform) => ({
    files: renderHelm(platform, new Map(kept)),
    objects: kept.reduce((sum, [, { manifests }]) => sum + manifests.length, 0),
  }),
});

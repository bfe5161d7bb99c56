import { defineOutput } from '../output.ts';
import { renderManifests } from './render.ts';

/** Plain YAML, which a cluster is given as it is. */
export const manifests = defineOutput({
  name: 'manifests',
  summary: 'plain YAML of each environment',
  scope: 'environment',
  keep: (rendered) => rendered.manifests,
  render: ([kept = []]) => ({ files: renderManifests(kept), objects: kept.length }),
});

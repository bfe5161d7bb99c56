import type { FileTree, Manifest } from '../../model/manifest.ts';
import { planImages } from './images.ts';
import { type LabelEntry, writeKustomization } from './kustomization.ts';
import { type LabelPlan, planLabels } from './labels.ts';
import { overlayFiles, resourceFiles } from './overlay.ts';
import { planReplicas } from './replicas.ts';
import { markShared } from './shared.ts';
import { type Resources, splitObjects } from './split.ts';
import { collectVersions } from './versions.ts';

/**
 * A Kustomize tree that builds to exactly the objects of each environment: `base` holds what all environments that have an
 * object agree on, `overlays/<environment>` only what is added to it. Nothing in the base is ever replaced: what differs
 * is not in it. Objects of half of the environments or fewer are resources of their overlays. Every environment needs an
 * object: Kustomize refuses to build nothing.
 * `kustomize-rationale.md` beside this file says what Kustomize cannot carry and why the overlays look as they do.
 */
export function renderKustomize(environments: ReadonlyMap<string, Iterable<Manifest>>): FileTree {
  const objects = markShared(collectVersions([...environments.values()]));
  const labels = planLabels(objects, environments.size);
  const replicas = planReplicas(labels.objects, environments.size);
  const images = planImages(replicas.objects, environments.size);
  const split = splitObjects(images.objects, environments.size);
  const resources = split.base.size === 0 ? [] : ['../../base'];
  const names = [...environments.keys()];
  const files = split.overlays.flatMap((content, environment) => {
    const kustomization = {
      resources,
      labels: labelEntries(labels, environment),
      replicas: replicas.entries[environment],
      images: images.entries[environment],
    };
    return overlayFiles(`overlays/${names[environment]}`, kustomization, content);
  });
  return new Map([...baseFiles(split.base), ...files]);
}

function labelEntries({ pairs, fields }: LabelPlan, environment: number): readonly LabelEntry[] {
  const own = pairs[environment];
  return own ? [{ pairs: own, fields: fields.length > 0 ? fields : undefined }] : [];
}

function baseFiles(base: Resources): readonly (readonly [string, string])[] {
  if (base.size === 0) return [];
  const kustomization = writeKustomization({ resources: [...base.keys()] });
  return [['base/kustomization.yaml', kustomization], ...resourceFiles('base', base)];
}

import type { FileTree, Manifest } from '../../model/manifest.ts';
import { componentNames } from './components.ts';
import { planImages } from './images.ts';
import { type LabelEntry, writeComponent, writeKustomization } from './kustomization.ts';
import { type LabelPlan, planLabels } from './labels.ts';
import { overlayFiles, resourceFiles } from './overlay.ts';
import { planReplicas } from './replicas.ts';
import { markShared } from './shared.ts';
import { type Resources, splitObjects } from './split.ts';
import { collectVersions } from './versions.ts';

/**
 * A Kustomize tree that builds to exactly the objects of each environment: `base` holds the objects of all environments,
 * `components/<part>` what some do not have, each with what the environments that have it agree on, and
 * `overlays/<environment>` includes its components and adds what is its own. Nothing is ever replaced or removed: what
 * differs is not there before. Every environment needs an object: Kustomize refuses to build nothing.
 * `kustomize-rationale.md` beside this file says what Kustomize cannot carry and why the overlays look as they do.
 */
export function renderKustomize(environments: ReadonlyMap<string, Iterable<Manifest>>): FileTree {
  const objects = markShared(collectVersions([...environments.values()]));
  const labels = planLabels(objects, environments.size);
  const replicas = planReplicas(labels.objects, environments.size);
  const images = planImages(replicas.objects, environments.size);
  const split = splitObjects(images.objects, environments.size, componentNames(images.objects));
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
  const components = [...split.components].flatMap(([name, resources]) =>
    componentFiles(`components/${name}`, resources),
  );
  return new Map([...baseFiles(split.base), ...components, ...files]);
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

function componentFiles(folder: string, resources: Resources): readonly (readonly [string, string])[] {
  return [
    [`${folder}/kustomization.yaml`, writeComponent([...resources.keys()])],
    ...resourceFiles(folder, resources),
  ];
}

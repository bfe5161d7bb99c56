import { writeYaml } from '../../yaml/write.ts';
import { HEADER, type Kustomization, type PatchEntry, writeKustomization } from './kustomization.ts';
import type { OverlayContent } from './split.ts';

/** The files of an overlay below `folder`: its kustomization with what is given and its content, then the content. */
export function overlayFiles(
  folder: string,
  kustomization: Kustomization,
  { components, resources, patches }: OverlayContent,
): readonly (readonly [string, string])[] {
  const sorted = Array.from(patches).sort(([one], [other]) => (one < other ? -1 : 1));
  const { resources: shared, ...transformers } = kustomization;
  const text = writeKustomization({
    resources: [...shared, ...resources.keys()],
    components: [...components].sort().map((name) => `../../components/${name}`),
    ...transformers,
    patches: sorted.map(([path, { target }]): PatchEntry => ({ path, target })),
  });
  return [
    [`${folder}/kustomization.yaml`, text],
    ...resourceFiles(folder, resources),
    ...sorted.map(([path, patch]) => [`${folder}/${path}`, HEADER + patch.text] as const),
  ];
}

/** The files of objects below `folder`. */
export function resourceFiles(folder: string, resources: ReadonlyMap<string, readonly unknown[]>) {
  return Array.from(resources, ([file, objects]) => {
    return [`${folder}/${file}`, HEADER + objects.map(writeYaml).join('---\n')] as const;
  });
}

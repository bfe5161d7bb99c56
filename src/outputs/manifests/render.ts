import type { FileTree, Manifest } from '../../model/manifest.ts';
import { writeYaml } from '../../yaml/write.ts';

const HEADER = '# Rendered by charthouse synth from environments/. Do not edit.\n';

/** Plain manifests: one YAML file for each file name, its objects in order, `---` between them. */
export function renderManifests(manifests: readonly Manifest[]): FileTree {
  const tree = new Map<string, string>();
  let file: string | undefined;
  let text = '';
  for (const manifest of manifests) {
    if (manifest.file !== file) {
      if (file !== undefined) tree.set(`${file}.yaml`, text);
      file = manifest.file;
      text = HEADER;
    } else text += '---\n';
    text += writeYaml(manifest.object);
  }
  if (file !== undefined) tree.set(`${file}.yaml`, text);
  return tree;
}

import type { FiledObject } from '../../model/manifest.ts';
import { writeYaml } from '../../yaml/write.ts';

const HEADER = '# Rendered by charthouse synth from environments/. Do not edit.\n';

/**
 * Plain manifests: one YAML file for each file name, its objects in order, `---` between them. Files are made as they
 * are asked for, from manifests that come file by file.
 */
export function* renderManifests(
  manifests: Iterable<FiledObject>,
): Generator<readonly [path: string, text: string]> {
  let file: string | undefined;
  // Joined rather than added up: a sum keeps all its parts in memory until somebody reads it.
  let parts: string[] = [];
  for (const manifest of manifests) {
    if (manifest.file === file) parts.push('---\n');
    else {
      if (file !== undefined) yield [`${file}.yaml`, parts.join('')];
      file = manifest.file;
      parts = [HEADER];
    }
    parts.push(writeYaml(manifest.object));
  }
  if (file !== undefined) yield [`${file}.yaml`, parts.join('')];
}

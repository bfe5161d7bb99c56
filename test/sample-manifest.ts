import type { Manifest, ManifestObject } from '../src/model/manifest.ts';

/** An object as synthesis gives it: of the concern of a file that starts with `_`, else of the service the file is of. */
export function sampleManifest(file: string, object: ManifestObject): Manifest {
  const [concern = '', ...thing] = file.startsWith('_') ? file.slice(1).split('-') : ['workload'];
  const origin = {
    concern,
    part: thing.length > 0 ? thing.join('-') : undefined,
    service: file.startsWith('_') ? undefined : file,
    variant: undefined,
  };
  return { file, origin, object };
}

import type { Manifest, ManifestObject, Origin } from '../../model/manifest.ts';
import { unionKeys } from './union-keys.ts';

/** One object over all environments. */
export interface AlignedObject {
  /** The manifest file it belongs to. */
  readonly file: string;
  readonly origin: Origin;
  /** One version per environment, undefined where it does not exist. */
  readonly versions: readonly (ManifestObject | undefined)[];
}

/** Brings together what is one object in several environments, by file, in the order of the manifests. */
export function alignObjects(
  environments: readonly (readonly Manifest[])[],
): ReadonlyMap<string, readonly AlignedObject[]> {
  const objects = new Map<
    string,
    { file: string; origin: Origin; versions: (ManifestObject | undefined)[] }
  >();
  environments.forEach((manifests, index) => {
    for (const { file, origin, object } of manifests) {
      const key = identity(object);
      const known = objects.get(key) ?? {
        file,
        origin,
        versions: new Array<undefined>(environments.length).fill(undefined),
      };
      known.versions[index] = object;
      objects.set(key, known);
    }
  });
  const keys = environments.map((manifests) => keysByFile(manifests, objects));
  const files = unionKeys(keys.map((byFile) => [...byFile.keys()]));
  return new Map(
    files.map((file) => [
      file,
      unionKeys(listsOf(keys, file)).map((key) => objects.get(key) as AlignedObject),
    ]),
  );
}

function identity({ apiVersion, kind, metadata }: ManifestObject): string {
  return `${apiVersion}\0${kind}\0${metadata.namespace ?? ''}\0${metadata.name}`;
}

/** An object that is in different files belongs to the one where it is first seen. */
function keysByFile(
  manifests: readonly Manifest[],
  objects: ReadonlyMap<string, { readonly file: string }>,
): ReadonlyMap<string, readonly string[]> {
  const byFile = new Map<string, string[]>();
  for (const { object } of manifests) {
    const key = identity(object);
    const file = objects.get(key)?.file ?? '';
    const keys = byFile.get(file);
    if (keys) keys.push(key);
    else byFile.set(file, [key]);
  }
  return byFile;
}

function listsOf(
  keys: readonly ReadonlyMap<string, readonly string[]>[],
  file: string,
): readonly (readonly string[])[] {
  return keys.map((byFile) => byFile.get(file)).filter((list) => list !== undefined);
}

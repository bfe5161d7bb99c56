import { presentVersions, type VersionedObject } from './versions.ts';

/** Stays below the 255 bytes that file systems allow, whatever is appended. */
const LONGEST = 200;

/** The file of each object's patch by identity: kind and name, with namespace or number only where that is not enough. */
export function patchFileNames(objects: readonly VersionedObject[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const object of objects) {
    const [first] = presentVersions(object);
    if (first === undefined) continue;
    const { kind, metadata } = first;
    const short = fileName(`${kind}-${metadata.name}`);
    const long = fileName(`${kind}-${metadata.name}-${metadata.namespace ?? 'cluster'}`);
    const name = taken.has(short) ? numbered(long, taken) : short;
    taken.add(name);
    names.set(object.identity, `patches/${name}.yaml`);
  }
  return names;
}

/** The file of resources in the base or an overlay. Kustomize reads a file of one name for something else. */
export function resourceFileName(file: string): string {
  return file === 'kustomization' ? 'kustomization-resources.yaml' : `${file}.yaml`;
}

function fileName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .slice(0, LONGEST);
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

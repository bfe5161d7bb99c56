import type { Manifest, ManifestObject } from '../../model/manifest.ts';

/** One object as it is in each environment, in the order of the environments; undefined where it is not. */
export interface VersionedObject {
  readonly identity: string;
  readonly file: string;
  readonly versions: readonly (ManifestObject | undefined)[];
  /** Whether the base holds it. */
  readonly isShared: boolean;
}

/** The objects of all environments, each once, in the order in which they first appear; none is shared yet. */
export function collectVersions(environments: readonly Iterable<Manifest>[]): readonly VersionedObject[] {
  const found = new Map<string, { file: string; versions: (ManifestObject | undefined)[] }>();
  for (const [index, manifests] of environments.entries()) {
    for (const { file, object } of manifests) {
      const identity = identityOf(object);
      let entry = found.get(identity);
      if (entry === undefined) {
        entry = { file, versions: environments.map(() => undefined) };
        found.set(identity, entry);
      }
      entry.versions[index] = object;
    }
  }
  return Array.from(found, ([identity, entry]) => ({ identity, ...entry, isShared: false }));
}

/** The versions of an object, without the environments that lack it. */
export function presentVersions(object: VersionedObject): readonly ManifestObject[] {
  return object.versions.filter((version) => version !== undefined);
}

/** The object with each version changed, where there is one. */
export function mapVersions(
  object: VersionedObject,
  change: (version: ManifestObject, environment: number) => ManifestObject,
): VersionedObject {
  const versions = object.versions.map((version, index) => version && change(version, index));
  return { ...object, versions };
}

function identityOf({ apiVersion, kind, metadata }: ManifestObject): string {
  return `${apiVersion} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

import type { Manifest, ManifestObject, Origin } from '../../model/manifest.ts';

/** One object as it is in each environment, in the order of the environments; undefined where it is not. */
export interface VersionedObject {
  readonly identity: string;
  readonly file: string;
  /** As the first environment that has it says it. */
  readonly origin: Origin;
  readonly versions: readonly (ManifestObject | undefined)[];
  /** Whether the base or a component holds it, which overlays add to. */
  readonly isShared: boolean;
}

/** The objects of all environments, each once, in the order in which they first appear; none is shared yet. */
export function collectVersions(environments: readonly Iterable<Manifest>[]): readonly VersionedObject[] {
  type Found = Pick<VersionedObject, 'file' | 'origin'> & { versions: (ManifestObject | undefined)[] };
  const found = new Map<string, Found>();
  for (const [index, manifests] of environments.entries()) {
    for (const { file, origin, object } of manifests) {
      const identity = identityOf(object);
      let entry = found.get(identity);
      if (entry === undefined) {
        entry = { file, origin, versions: environments.map(() => undefined) };
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

import type { ManifestObject } from '../model/manifest.ts';

/** Tells of each object it is shown the file of the one that has its identity, where one was shown before. */
export function watchIdentities(): (object: ManifestObject, file: string) => string | undefined {
  // Most names are used once per kind, so an identity is only put together for those that are not.
  const byKind = new Map<string, Map<string, Shown>>();
  const identities = new Map<string, string>();
  return (object, file) => {
    const shown = byKind.get(object.kind) ?? new Map<string, Shown>();
    byKind.set(object.kind, shown);
    const first = shown.get(object.metadata.name);
    if (!first) {
      shown.set(object.metadata.name, { object: identityFields(object), file });
      return undefined;
    }
    identities.set(identityOf(first.object), first.file);
    const identity = identityOf(object);
    const other = identities.get(identity);
    if (other === undefined) identities.set(identity, file);
    return other;
  };
}

interface Shown {
  readonly object: Identity;
  readonly file: string;
}

type Identity = Pick<ManifestObject, 'apiVersion' | 'kind' | 'metadata'>;

/** Without the fields, which are not to be kept in memory. */
function identityFields({ apiVersion, kind, metadata }: ManifestObject): Identity {
  return { apiVersion, kind, metadata };
}

/** `apps/v1 Deployment shop/web`. */
export function identityOf({ apiVersion, kind, metadata }: Identity): string {
  return `${apiVersion} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

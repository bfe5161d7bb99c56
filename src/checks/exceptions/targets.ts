import type { Exception } from '../../model/finding.ts';
import type { FiledObject, ManifestObject } from '../../model/manifest.ts';

/**
 * The objects each exception may be about: those of its name, whatever their kind and namespace, in their order.
 * Objects that have no name are nobody's.
 */
export function namesakesOf(
  exceptions: readonly Exception[],
  manifests: readonly FiledObject[],
): ReadonlyMap<string, readonly ManifestObject[]> {
  const namesakes = new Map<string, ManifestObject[]>(exceptions.map(({ object }) => [object, []]));
  for (const { object } of manifests) {
    const { name = '' } = (object.metadata ?? {}) as Partial<ManifestObject['metadata']>;
    namesakes.get(name)?.push(object);
  }
  return namesakes;
}

/** Whether an object, by its kind, name and namespace, is the one an exception names. */
export function isTarget(
  { kind, object, namespace }: Exception,
  found: { readonly kind: string; readonly name: string; readonly namespace?: string | undefined },
): boolean {
  return (
    found.kind === kind && found.name === object && (namespace === undefined || found.namespace === namespace)
  );
}

/** The object of an exception as messages name it. */
export function targetName({ kind, object, namespace }: Exception): string {
  return namespace === undefined ? `${kind} ${object}` : `${kind} ${namespace}/${object}`;
}

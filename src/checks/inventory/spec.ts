import type { ManifestObject } from '../../model/manifest.ts';

/** The spec of an object, with the type its kind documents; empty when it has none. */
export function specOf<Spec extends object>(object: ManifestObject): Partial<Spec> {
  return (object['spec'] ?? {}) as Partial<Spec>;
}

/** The namespace of an object; `''` when it is cluster-scoped. */
export function namespaceOf({ metadata }: ManifestObject): string {
  return metadata.namespace ?? '';
}

/** Several names as a sentence lists them: `http, metrics`; `nothing` when there are none. */
export function listed(names: Iterable<string | number>): string {
  return [...names].join(', ') || 'nothing';
}

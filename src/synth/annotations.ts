import type { ManifestObject } from '../model/manifest.ts';

/** Annotations of an object. */
export type Annotations = Readonly<Record<string, string>>;

/** The object with further annotations, all of them sorted. */
export function withAnnotations(object: ManifestObject, added: Annotations): ManifestObject {
  const { annotations } = object.metadata;
  const all = annotations === undefined ? added : sorted({ ...annotations, ...added });
  return { ...object, metadata: { ...object.metadata, annotations: all } };
}

/** A map of texts by its keys. */
export function sorted(annotations: Annotations): Annotations {
  return Object.fromEntries(Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1)));
}

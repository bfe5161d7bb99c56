import { changedFields } from '../fields/changed-fields.ts';
import { type FieldPath, pathsAround } from '../fields/field-path.ts';
import type { ManifestObject } from '../model/manifest.ts';
import type { Variant } from './variants.ts';

/** What a variant makes of an object; undefined where nothing can be made of its file. */
type Compared = ObjectChanges | undefined;

/** What of an object is another in a variant. */
export interface ObjectChanges {
  /** It has no such object. */
  readonly isLost: boolean;
  /** The fields that are others, and all that is around them. */
  readonly fields: ReadonlySet<FieldPath>;
  readonly around: ReadonlySet<FieldPath>;
}

/** Compares the objects of a file, each once for all that is asked about it. */
export function objectChanges(
  file: string,
  base: Variant,
): (object: ManifestObject, variant: Variant) => Compared {
  const own = base.objects(file) ?? [];
  const known = new WeakMap<Variant, Map<ManifestObject, Compared>>();
  return (object, variant) => {
    const inVariant = known.get(variant) ?? new Map<ManifestObject, Compared>();
    known.set(variant, inVariant);
    if (inVariant.has(object)) return inVariant.get(object);
    const others = variant.objects(file);
    const changes = others && compare(object, sameObject(object, own, others));
    inVariant.set(object, changes);
    return changes;
  };
}

const LOST: ObjectChanges = { isLost: true, fields: new Set(['']), around: new Set(['']) };

function compare(object: ManifestObject, other: ManifestObject | undefined): ObjectChanges {
  if (!other) return LOST;
  const fields = changedFields(object, other);
  return { isLost: false, fields: new Set(fields), around: new Set(fields.flatMap(pathsAround)) };
}

/** The object of that name, or, where its name is another, the one that stands in its place among those of its kind. */
function sameObject(
  object: ManifestObject,
  own: readonly ManifestObject[],
  others: readonly ManifestObject[],
): ManifestObject | undefined {
  const { kind, metadata } = object;
  const isNamed = (other: ManifestObject) =>
    other.kind === kind &&
    other.metadata.name === metadata.name &&
    other.metadata.namespace === metadata.namespace;
  const named = others.find(isNamed);
  if (named) return named;
  const isAlike = (other: ManifestObject) => other.kind === kind;
  const [before, after] = [own.filter(isAlike), others.filter(isAlike)];
  return before.length === after.length ? after[before.indexOf(object)] : undefined;
}

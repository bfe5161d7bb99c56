import type { ManifestObject } from '../../model/manifest.ts';
import { likelyKind } from './likely-kind.ts';
import { type Flaw, kindKey, type Schema, type Schemas } from './schema.ts';

/** What the schemas say about one object. */
export interface Verdict {
  readonly object: ManifestObject;
  /** Undefined when no schema of its kind is known. */
  readonly flaws: readonly Flaw[] | undefined;
  /** The `apiVersion kind` most likely meant, when no schema is known. */
  readonly likely?: string;
  /** Its fields have the types of its kind, so that code which reads it can trust them. */
  readonly isSound: boolean;
}

/** Judges every object by the schema of its kind, in order. */
export function judge(schemas: Schemas, objects: readonly ManifestObject[]): readonly Verdict[] {
  return objects.map((object) => {
    const unnamed = identityFlaws(object);
    if (unnamed.length > 0) return { object, flaws: unnamed, isSound: false };
    const schema = schemas.byKind.get(kindKey(object));
    return schema ? verdictBy(schema, object) : unknownKind(object, schemas);
  });
}

function verdictBy(schema: Schema, object: ManifestObject): Verdict {
  const flaws = schema(object);
  return { object, flaws, isSound: !flaws.some(({ breaksTypes }) => breaksTypes) };
}

function unknownKind(object: ManifestObject, { names, strangers }: Schemas): Verdict {
  const key = kindKey(object);
  const since = strangers.get(key)?.since;
  if (since !== undefined) {
    return {
      object,
      flaws: undefined,
      isSound: false,
      likely: `a cluster of Kubernetes 1.${since} or newer`,
    };
  }
  if (names.has(key)) throw new Error(`the schemas were loaded without ${key}`);
  const likely = likelyKind(object, names);
  return { object, flaws: undefined, isSound: false, ...(likely !== undefined && { likely }) };
}

const NONE: readonly Flaw[] = [];

/** What no schema asks for, and nothing can be said about an object without. */
function identityFlaws(object: ManifestObject): readonly Flaw[] {
  const { apiVersion, kind, metadata } = object;
  const name: unknown = (metadata as Partial<ManifestObject['metadata']> | null | undefined)?.name;
  if (isText(apiVersion) && isText(kind) && isText(name)) return NONE;
  const parts = { apiVersion, kind, 'metadata.name': name };
  return Object.entries(parts)
    .filter(([, value]) => !isText(value))
    .map(([field]) => ({ field, message: 'expected a name, found none', breaksTypes: true }));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

import { fits } from './fits.ts';
import type { JsonSchema } from './json-schema.ts';
import { shown } from './messages.ts';
import { METADATA, OBJECT_FIELDS } from './object-fields.ts';
import type { Flaw, Schema } from './schema.ts';
import { type Scope, shapeOf } from './shape.ts';
import { tellFlaws } from './tell-flaws.ts';

const NONE: readonly Flaw[] = [];

/**
 * The schema of a kind that refuses what an API server would drop or refuse: fields the kind does not have, values of
 * other types, and null where it is not nullable. The status is the controllers', and nobody reads what is applied of it.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export function kindSchema(schema: JsonSchema, scope: Scope): Schema {
  const shape = shapeOf(withoutStatus(schema), scope);
  return (object) => {
    if (fits(shape, object)) return NONE;
    const flaws: Flaw[] = [];
    const isSecret = object.kind === 'Secret';
    tellFlaws(shape, object, '', { flaws, shown: isSecret ? withoutSecret : shown });
    return flaws;
  };
}

/** The same of a definition, which says of metadata at most what restricts the name. */
export function customSchema(schema: JsonSchema, scope: Scope): Schema {
  const own = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const metadata = { ...METADATA, allOf: [own['metadata'] ?? {}] };
  return kindSchema({ ...schema, properties: { ...OBJECT_FIELDS, ...own, metadata } }, scope);
}

function withoutStatus(schema: JsonSchema): JsonSchema {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  return properties['status'] ? { ...schema, properties: { ...properties, status: {} } } : schema;
}

function withoutSecret(value: unknown): string {
  return typeof value === 'string' ? 'another text' : shown(value);
}

/** A schema as CustomResourceDefinitions write it, or as ajv reads it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A structural schema of a CustomResourceDefinition as JSON schema that refuses what an API server would prune or
 * refuse: fields it does not have, and null where it is not nullable.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export function strictSchema(schema: JsonSchema): JsonSchema {
  const own = mapIn(schema, 'properties');
  // Of metadata a definition may only restrict the name.
  const metadata = { ...METADATA, allOf: [mapIn(own, 'metadata')] };
  return structure({ ...schema, properties: { ...OBJECT_FIELDS, ...own, metadata } });
}

const TEXT = { type: 'string' };
const COUNT = { type: 'integer', format: 'int64' };
const TIME = { type: 'string', format: 'date-time', nullable: true };
const TEXTS = { type: 'object', additionalProperties: TEXT };
const ANY_MAPS = {
  type: 'array',
  items: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
};

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ */
const METADATA = {
  type: 'object',
  properties: {
    ...{ name: TEXT, generateName: TEXT, namespace: TEXT, labels: TEXTS, annotations: TEXTS },
    ...{ finalizers: { type: 'array', items: TEXT }, ownerReferences: ANY_MAPS, managedFields: ANY_MAPS },
    ...{ creationTimestamp: TIME, deletionTimestamp: TIME, deletionGracePeriodSeconds: COUNT },
    ...{ generation: COUNT, resourceVersion: TEXT, selfLink: TEXT, uid: TEXT },
  },
};

/** What every object has besides its own fields, also one within another. */
const OBJECT_FIELDS = { apiVersion: TEXT, kind: TEXT, metadata: METADATA };

function structure(schema: JsonSchema): JsonSchema {
  const strict = values(schema);
  for (const key of ['properties', 'additionalProperties', 'items']) {
    if (schema[key] !== undefined) strict[key] = within(key, schema[key]);
  }
  if (schema['x-kubernetes-int-or-string'] === true) allowIntOrString(strict);
  if (schema['x-kubernetes-embedded-resource'] === true) {
    strict['properties'] = { ...OBJECT_FIELDS, ...mapIn(strict, 'properties') };
  }
  if (isClosed(schema)) strict['additionalProperties'] = false;
  if (schema['nullable'] === true) allowNull(strict);
  return strict;
}

function within(key: string, value: unknown): unknown {
  if (!isMap(value)) return value;
  return key === 'properties' ? mapValues(value, structure) : structure(value);
}

function isClosed(schema: JsonSchema): boolean {
  const isObject = schema['type'] === 'object' || schema['properties'] !== undefined;
  return (
    isObject &&
    schema['x-kubernetes-preserve-unknown-fields'] !== true &&
    schema['additionalProperties'] === undefined
  );
}

function allowIntOrString(strict: Record<string, unknown>): void {
  strict['type'] = ['integer', 'string'];
  // Definitions often say the same once more in this form, with or without a pattern of their own beside it.
  delete strict['anyOf'];
}

function allowNull(strict: Record<string, unknown>): void {
  const types = [strict['type']].flat().filter((type) => type !== undefined);
  if (types.length > 0) strict['type'] = [...types, 'null'];
  if (Array.isArray(strict['enum'])) strict['enum'] = [...strict['enum'], null];
}

const COPIED = [
  ...['type', 'enum', 'required', 'format', 'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems'],
  ...['minProperties', 'maxProperties', 'minimum', 'maximum'],
];
const ALTERNATIVES = ['allOf', 'anyOf', 'oneOf'];

/** Everything but structure: also all there is within alternatives, which may name fields but not add any. */
function values(schema: JsonSchema): Record<string, unknown> {
  const kept = Object.fromEntries(
    COPIED.filter((key) => schema[key] !== undefined).map((key) => [key, schema[key]]),
  );
  copyPattern(schema, kept);
  copyExclusiveBounds(schema, kept);
  for (const key of ALTERNATIVES) {
    const branches = schema[key];
    if (Array.isArray(branches)) kept[key] = branches.map(alternative);
  }
  if (isMap(schema['not'])) kept['not'] = alternative(schema['not']);
  return kept;
}

function alternative(schema: JsonSchema): JsonSchema {
  const kept = values(schema);
  const properties = mapIn(schema, 'properties');
  if (schema['properties'] !== undefined) kept['properties'] = mapValues(properties, alternative);
  for (const key of ['items', 'additionalProperties']) {
    if (isMap(schema[key])) kept[key] = alternative(schema[key]);
  }
  if (schema['x-kubernetes-int-or-string'] === true) kept['type'] = ['integer', 'string'];
  return kept;
}

/** What Go's expressions have and JavaScript's have not, or read differently. */
const GO_ONLY = /\(\?[a-zA-Z]|\[\[:|\\[AzQEpPC]/;

function copyPattern({ pattern }: JsonSchema, kept: Record<string, unknown>): void {
  if (typeof pattern !== 'string' || GO_ONLY.test(pattern)) return;
  try {
    new RegExp(pattern);
    kept['pattern'] = pattern;
  } catch {
    // Only the API server can tell then.
  }
}

/** The dialect of definitions has a boolean beside the bound, where ajv's has the bound itself. */
function copyExclusiveBounds(schema: JsonSchema, kept: Record<string, unknown>): void {
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (schema[exclusive] !== true) continue;
    kept[exclusive] = schema[bound];
    delete kept[bound];
  }
}

function mapIn(schema: JsonSchema, key: string): JsonSchema {
  const value = schema[key];
  return isMap(value) ? value : {};
}

function mapValues(map: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, isMap(value) ? change(value) : {}]),
  );
}

/** Whether it is a map, and not a list or null. */
export function isMap(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { JsonSchema } from '../../src/checks/schemas/json-schema.ts';

/** What is told of a value; the rest is for people, for merging and for storing. */
const KEPT = [
  ...['type', 'nullable', 'enum', 'required', 'format', 'pattern', 'multipleOf', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties', 'minimum', 'maximum', 'uniqueItems'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'x-kubernetes-int-or-string'],
  ...['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource', 'default'],
] as const;

/** A schema as it is kept: what objects are judged by, and nothing else. References lose the path before the name. */
export function trimmed(schema: JsonSchema): JsonSchema {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return { $ref: shortName(reference.replace('#/definitions/', '')) };
  const kept = KEPT.filter((key) => schema[key] !== undefined).map((key) => [key, schema[key]]);
  const nested = Object.entries(NESTED)
    .filter(([key]) => schema[key] !== undefined)
    .map(([key, trim]) => [key, trim(schema[key])]);
  return Object.fromEntries([...kept, ...nested]);
}

/** What lies within a schema. */
const NESTED: Readonly<Record<string, (value: unknown) => unknown>> = {
  ...{ items: trimmedIfSchema, additionalProperties: trimmedIfSchema, not: trimmedIfSchema },
  ...{ allOf: trimmedAll, anyOf: trimmedAll, oneOf: trimmedAll },
  properties: (value) =>
    Object.fromEntries(
      Object.entries(value as JsonSchema).map(([name, one]) => [name, trimmedIfSchema(one)]),
    ),
  'x-kubernetes-validations': (value) => (value as readonly Rule[]).map(trimmedRule),
};

function trimmedIfSchema(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? trimmed(value as JsonSchema) : value;
}

function trimmedAll(value: unknown): unknown {
  return (value as readonly JsonSchema[]).map(trimmed);
}

/** `core.v1.PodSpec` for `io.k8s.api.core.v1.PodSpec`. */
export function shortName(name: string): string {
  return name.replace(/^io\.k8s\.(?:api\.|.*\.pkg\.(?:apis\.|api\.|util\.)?)/, '');
}

interface Rule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
}

function trimmedRule({ rule, message, messageExpression }: Rule): Rule {
  return {
    rule,
    ...(message !== undefined && { message }),
    ...(messageExpression !== undefined && { messageExpression }),
  };
}

import { z } from 'zod';
import { completeSchema } from './document.ts';
import { flatChoice } from './flat-choice.ts';

type JsonSchema = Record<string, unknown>;

/**
 * JSON Schemas (draft 2020-12) of `platform.yaml` and of environment files, for editors.
 * Either file may say anything, as they are merged before they are validated; so nothing is required but what
 * names the file, `null` removes what the other file says, and any text may name facts such as `${domain}`.
 */
export function editorSchemas(): { readonly platform: JsonSchema; readonly environment: JsonSchema } {
  const complete = z.toJSONSchema(completeSchema, { io: 'input', reused: 'inline' }) as JsonSchema;
  const partial = lenient(complete);
  const { environment: _, ...ofPlatform } = partial['properties'] as Record<string, JsonSchema>;
  return {
    platform: titled(
      { ...partial, properties: ofPlatform },
      'A platform: environments/<platform>/platform.yaml',
      ['platform', 'services'],
    ),
    environment: titled(partial, 'An environment: environments/<platform>/<environment>.yaml', [
      'environment',
    ]),
  };
}

function titled(schema: JsonSchema, title: string, required: readonly string[]): JsonSchema {
  const { $schema, ...rest } = schema;
  return { $schema, title, description: 'Made by npm run schema. Do not edit.', required, ...rest };
}

/** The schema with no key required, null allowed for every key of every map, and references wherever there is text. */
function lenient(written: JsonSchema): JsonSchema {
  const schema = written['oneOf'] === undefined ? written : flatChoice(written);
  const { required: _required, default: _default, ...rest } = schema;
  const changed = {
    ...rest,
    ...mapped(rest, 'properties', (properties) => eachValue(properties, orNull)),
    ...mapped(rest, 'additionalProperties', orNull),
    ...mapped(rest, 'items', lenient),
    ...(Array.isArray(rest['anyOf']) && { anyOf: (rest['anyOf'] as JsonSchema[]).map(lenient) }),
  };
  return isRestrictedText(changed) ? orReference(changed) : changed;
}

function mapped(schema: JsonSchema, key: string, change: (value: JsonSchema) => JsonSchema): JsonSchema {
  const value = schema[key];
  return typeof value === 'object' && value !== null ? { [key]: change(value as JsonSchema) } : {};
}

function eachValue(properties: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, change(value as JsonSchema)]),
  );
}

function orNull(schema: JsonSchema): JsonSchema {
  const { description, anyOf, ...rest } = lenient(schema);
  const choices =
    Array.isArray(anyOf) && Object.keys(rest).length === 0 ? anyOf : [{ ...rest, ...withAny(anyOf) }];
  return { ...(description !== undefined && { description }), anyOf: [...choices, { type: 'null' }] };
}

function withAny(anyOf: unknown): JsonSchema {
  return anyOf === undefined ? {} : { anyOf };
}

/** Whether a schema takes text, but not any: that with a reference in it takes its form only once it is filled in. */
function isRestrictedText({ type, pattern, enum: values }: JsonSchema): boolean {
  return (
    type !== undefined && [type].flat().includes('string') && (pattern !== undefined || values !== undefined)
  );
}

function orReference(schema: JsonSchema): JsonSchema {
  const { description, ...rest } = schema;
  const reference = { type: 'string', pattern: '\\$\\{' };
  return { ...(description !== undefined && { description }), anyOf: [rest, reference] };
}

import { z } from 'zod';
import { completeSchema } from './document.ts';

type JsonSchema = Record<string, unknown>;

/**
 * JSON Schemas (draft 2020-12) of `platform.yaml` and of environment files, for editors.
 * Either file may say anything, as they are merged before they are validated; so nothing is required but what
 * names the file, and `null` removes what the other file says.
 */
export function editorSchemas(): { readonly platform: JsonSchema; readonly environment: JsonSchema } {
  const complete = z.toJSONSchema(completeSchema, { io: 'input', reused: 'inline' }) as JsonSchema;
  const partial = withoutRequired(complete);
  return {
    platform: titled(partial, 'A platform: environments/<platform>/platform.yaml', [
      'platform',
      'owner',
      'services',
    ]),
    environment: titled(partial, 'An environment: environments/<platform>/<environment>.yaml', [
      'environment',
    ]),
  };
}

function titled(schema: JsonSchema, title: string, required: readonly string[]): JsonSchema {
  const { $schema, ...rest } = schema;
  return { $schema, title, description: 'Made by npm run schema. Do not edit.', required, ...rest };
}

/** The schema with no key required and null allowed for every key of every map. */
function withoutRequired(schema: JsonSchema): JsonSchema {
  const { required: _required, ...rest } = schema;
  const properties = rest['properties'] as Record<string, JsonSchema> | undefined;
  const additional = rest['additionalProperties'];
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, orNull(value)])),
    }),
    ...(typeof additional === 'object' &&
      additional !== null && { additionalProperties: orNull(additional as JsonSchema) }),
  };
}

function orNull(schema: JsonSchema): JsonSchema {
  const { description, ...rest } = withoutRequired(schema);
  return { ...(description !== undefined && { description }), anyOf: [rest, { type: 'null' }] };
}

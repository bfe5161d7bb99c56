import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { strictSchema } from './strict-schema.ts';
import { writtenKinds } from './written-kinds.ts';

test.each(Object.entries(writtenKinds))('%s is written as a schema', (_, schema) => {
  const ajv = new Ajv({ strict: false });
  const isSchema = ajv.validateSchema(strictSchema(schema));
  expect({ isSchema, errors: ajv.errors ?? [] }).toEqual({ isSchema: true, errors: [] });
});

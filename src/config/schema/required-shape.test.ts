import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemsOf } from '../../../test/shop-input.ts';
import { requiredShape } from './required-shape.ts';

test('a map is shown with what it must hold, at every depth, and nothing else', () => {
  const schema = z.strictObject({
    requests: z.strictObject({ cpu: z.string(), memory: z.string() }),
    limits: z.strictObject({ cpu: z.string().optional(), memory: z.string() }).describe('At most'),
    qos: z.enum(['a', 'b']).default('a'),
  });
  expect(requiredShape(schema)).toBe('{requests: {cpu: ..., memory: ...}, limits: {memory: ...}}');
});

test.each([
  ['text', z.string()],
  ['a map of names', z.record(z.string(), z.string())],
  ['a map that needs nothing', z.strictObject({ a: z.string().optional() })],
  ['nothing', undefined],
])('%s has no such shape', (_, schema) => {
  expect(requiredShape(schema)).toBeUndefined();
});

test('one message names all that is missing below a key that is missing', () => {
  const [problem] = problemsOf({ services: { api: { resources: null } } });
  expect(problem?.message).toBe('missing: expected a map');
  expect(problem?.fix).toBe('write `resources: {requests: {cpu: ..., memory: ...}, limits: {memory: ...}}`');
});

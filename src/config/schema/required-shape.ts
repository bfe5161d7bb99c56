import type { z } from 'zod';
import { definitionOf } from './known-keys.ts';

/**
 * What a map must hold at least, as it is written: `{requests: {cpu: ..., memory: ...}, limits: {memory: ...}}`.
 * Undefined for what is no map of known keys, and for one that needs none.
 */
export function requiredShape(schema: z.ZodType | undefined): string | undefined {
  const shape = definitionOf(schema)?.shape;
  if (!shape) return undefined;
  const required = Object.entries(shape).filter(([, value]) => !value.safeParse(undefined).success);
  if (required.length === 0) return undefined;
  return `{${required.map(([key, value]) => `${key}: ${requiredShape(value) ?? '...'}`).join(', ')}}`;
}

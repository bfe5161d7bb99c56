import type { z } from 'zod';
import type { Path } from '../source.ts';

/** The keys a schema knows at a path; empty where it takes any key or none. */
export function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  let current: Definition | undefined = definitionOf(schema);
  for (const step of path) {
    if (current?.shape) current = definitionOf(current.shape[String(step)]);
    else if (current?.valueType) current = definitionOf(current.valueType);
    else return [];
  }
  return Object.keys(current?.shape ?? namesOf(current?.keyType));
}

/** Names of a map that takes none but those of an enum. */
function namesOf(keyType: z.ZodType | undefined): object {
  return definitionOf(keyType)?.entries ?? {};
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: object;
}

/** What a schema is inside its defaults, optionals and transforms. */
function definitionOf(schema: z.ZodType | undefined): Definition | undefined {
  const definition = schema?.def as Definition | undefined;
  if (definition?.innerType) return definitionOf(definition.innerType);
  return definition?.type === 'pipe' ? definitionOf(definition.in) : definition;
}

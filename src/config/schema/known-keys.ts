import type { z } from 'zod';
import type { Path } from '../source.ts';

/** The keys a schema knows at a path; empty where it takes any key or none. */
export function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  const found = definitionOf(schemaAt(schema, path));
  return Object.keys(found?.shape ?? namesOf(found?.keyType));
}

/** The schema of what is at a path; undefined where a schema says nothing of it. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const step of path) {
    const { shape, valueType }: Partial<Definition> = definitionOf(current) ?? {};
    current = shape ? shape[String(step)] : valueType;
  }
  return current;
}

/** The schema of the names of a map at a path; undefined where a schema knows them all, or says nothing of it. */
export function keySchemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  return definitionOf(schemaAt(schema, path))?.keyType;
}

/** Names of a map that takes none but those of an enum. */
function namesOf(keyType: z.ZodType | undefined): object {
  return definitionOf(keyType)?.entries ?? {};
}

/** What there is to know of a schema, as zod keeps it. */
export interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: object;
  readonly options?: readonly z.ZodType[];
}

/** What a schema is inside its defaults, optionals and transforms; of several that could stand, the one with keys. */
export function definitionOf(schema: z.ZodType | undefined): Definition | undefined {
  const definition = schema?.def as Definition | undefined;
  if (definition?.innerType) return definitionOf(definition.innerType);
  const map = definition?.options?.map(definitionOf).find((option) => option?.shape);
  if (map) return map;
  return definition?.type === 'pipe' ? definitionOf(definition.in) : definition;
}

import type { z } from 'zod';
import type { Path } from '../source.ts';

/**
 * The keys a schema knows at a path; empty where it takes any key or none. Where keys depend on a choice, those of what
 * `value` chooses at the path, or of all choices together.
 */
export function knownKeys(schema: z.ZodType, path: Path, value?: unknown): readonly string[] {
  const found = definitionOf(schemaAt(schema, path));
  const choices = choicesIn(found);
  if (!choices) return Object.keys(found?.shape ?? namesOf(found?.keyType));
  const chosen = (value as Readonly<Record<string, unknown>> | undefined)?.[choices.key];
  return choices.words.get(String(chosen)) ?? [...new Set([...choices.words.values()].flat())];
}

/** A choice that a map makes with one of its keys: the words there are, with all the keys of a map that says the word. */
export interface Choices {
  readonly key: string;
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** The choice at a path, where keys depend on one. */
export function choicesAt(schema: z.ZodType, path: Path): Choices | undefined {
  return choicesIn(definitionOf(schemaAt(schema, path)));
}

/** The schema of what is at a path; undefined where a schema says nothing of it. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const step of path) current = schemaBelow(definitionOf(current), String(step));
  return current;
}

/** The schema of the names of a map at a path; undefined where a schema knows them all, or says nothing of it. */
export function keySchemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  return definitionOf(schemaAt(schema, path))?.keyType;
}

/** Of a key that several choices have, that of the first. */
function schemaBelow(definition: Definition | undefined, step: string): z.ZodType | undefined {
  if (definition?.shape) return definition.shape[step];
  const options = definition?.options ?? [];
  return definition?.valueType ?? options.flatMap((option) => definitionOf(option)?.shape?.[step] ?? [])[0];
}

function choicesIn(definition: Definition | undefined): Choices | undefined {
  const { discriminator: key, options } = definition ?? {};
  if (key === undefined || !options) return undefined;
  const words = options.map((option): [string, readonly string[]] => {
    const shape = definitionOf(option)?.shape ?? {};
    return [definitionOf(shape[key])?.values?.[0] ?? '', Object.keys(shape)];
  });
  return { key, words: new Map(words) };
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
  /** Of a literal. */
  readonly values?: readonly string[];
  /** What could stand; with `discriminator`, maps of which that key chooses one. */
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
}

/** What a schema is inside its defaults, optionals and transforms; of several that could stand, the one with keys. */
export function definitionOf(schema: z.ZodType | undefined): Definition | undefined {
  const definition = schema?.def as Definition | undefined;
  if (definition?.innerType) return definitionOf(definition.innerType);
  if (definition?.discriminator !== undefined) return definition;
  const map = definition?.options?.map(definitionOf).find((option) => option?.shape);
  if (map) return map;
  return definition?.type === 'pipe' ? definitionOf(definition.in) : definition;
}

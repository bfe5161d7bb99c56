type JsonSchema = Record<string, unknown>;

/**
 * A choice of maps as one map with the keys of all: an editor then marks the key at fault, and not the whole map, which
 * may be one half of what two files say together. Keys of other choices than the one that is said may only be taken away.
 */
export function flatChoice({ oneOf, ...rest }: JsonSchema): JsonSchema {
  const maps = (oneOf as readonly JsonSchema[]).map((map) => map['properties'] as Record<string, JsonSchema>);
  const [first = {}] = maps;
  const choosing = Object.keys(first).find((key) => maps.every((map) => map[key]?.['const'] !== undefined));
  if (choosing === undefined) throw new Error('a choice of maps that no key tells apart');
  const keys = [...new Set(maps.flatMap((map) => Object.keys(map)))];
  return {
    ...rest,
    type: 'object',
    properties: Object.fromEntries(
      keys.map((key) => [
        key,
        anyOfThem(maps.flatMap((map): readonly JsonSchema[] => (map[key] ? [map[key]] : []))),
      ]),
    ),
    additionalProperties: false,
    allOf: maps.map((map) => ({
      if: { properties: { [choosing]: { const: map[choosing]?.['const'] } }, required: [choosing] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: Object.fromEntries(
          keys.filter((key) => !Object.hasOwn(map, key)).map((key) => [key, { type: 'null' }]),
        ),
      },
    })),
  };
}

/** What a key may be in one choice or another. */
function anyOfThem(schemas: readonly JsonSchema[]): JsonSchema {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const [first = {}] = distinct;
  if (distinct.length === 1) return first;
  const described = new Set(distinct.flatMap((schema) => schema['description'] ?? []));
  const description = [...described].join('; ');
  if (distinct.every((schema) => schema['const'] !== undefined))
    return { description, type: 'string', enum: distinct.map((schema) => schema['const']) };
  return { description, anyOf: distinct };
}

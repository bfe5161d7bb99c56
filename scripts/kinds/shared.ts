import type { JsonSchema } from '../../src/checks/schemas/json-schema.ts';
import { isMap } from '../../src/maps/is-map.ts';

/** Schemas as definitions that refer to one another: what occurs several times is a definition, and said once. */
export interface SharedSchemas {
  /** The name of the definition, by the name of the schema. */
  readonly schemas: ReadonlyMap<string, string>;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/** Smaller ones cost less than a reference to them. */
const SMALLEST = 120;

/** Takes out of schemas what they have in common. */
export function shared(schemas: ReadonlyMap<string, JsonSchema>): SharedSchemas {
  const times = new Map<string, number>();
  for (const schema of schemas.values()) count(schema, times);
  const names = new Map<string, string>();
  const definitions: Record<string, JsonSchema> = {};
  const named = (text: string, schema: JsonSchema): string => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = String(names.size + 1);
    names.set(text, name);
    definitions[name] = inner(schema, replaced);
    return name;
  };
  const replaced = (schema: JsonSchema): JsonSchema => {
    const text = JSON.stringify(schema);
    const isShared = text.length >= SMALLEST && (times.get(text) ?? 0) > 1;
    return isShared ? { $ref: named(text, schema) } : inner(schema, replaced);
  };
  const keys = [...schemas].map(([key, schema]) => [key, named(JSON.stringify(schema), schema)] as const);
  return { schemas: new Map(keys), definitions };
}

/** How often each occurs where nothing around it does. */
function count(schema: JsonSchema, times: Map<string, number>): void {
  const text = JSON.stringify(schema);
  const before = times.get(text) ?? 0;
  times.set(text, before + 1);
  if (before > 0) return;
  inner(schema, (child) => {
    count(child, times);
    return child;
  });
}

/** The same schema with what `change` makes of those right below it. */
function inner(schema: JsonSchema, change: (child: JsonSchema) => JsonSchema): JsonSchema {
  const changed: Record<string, unknown> = { ...schema };
  for (const key of ['items', 'additionalProperties']) {
    if (isMap(schema[key])) changed[key] = change(schema[key]);
  }
  const { properties } = schema;
  if (isMap(properties)) {
    const all = Object.entries(properties).map(([name, child]) => [name, change(child as JsonSchema)]);
    changed['properties'] = Object.fromEntries(all);
  }
  return changed;
}

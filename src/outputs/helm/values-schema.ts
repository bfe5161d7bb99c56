import { isMap } from '../../maps/is-map.ts';
import type { Json } from '../../model/manifest.ts';
import { constraintOf, FILLED } from './value-constraints.ts';
import type { Value } from './value-store.ts';
import { isLeaf, type Tree, treeOf } from './values-tree.ts';

type Schema = { readonly [key: string]: Json };

/**
 * The JSON Schema (draft 7, which Helm 3 and 4 read) of the values: unknown keys are errors at every depth, types are
 * those of the environments. Whatever has a default is required, so that nobody takes it away with null.
 */
export function valuesSchema(values: readonly Value[]): string {
  const tree = treeOf(values.map((value) => ({ path: value.path, leaf: leafSchema(value) })));
  const { properties, ...closed } = branchSchema(tree) as { properties: Schema };
  // Helm hands `global` to a chart that another one depends on.
  const schema = { ...closed, properties: { ...properties, global: { type: 'object' } } };
  return `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema }, null, 2)}\n`;
}

/** The type of plain data as JSON Schema calls it. */
export function typeName(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** What is required: all that has a default, and the maps that templates look into. */
interface LeafSchema {
  readonly schema: Schema;
  readonly isOptional: boolean;
}

function branchSchema(tree: Tree<LeafSchema>): Schema {
  const items = [...tree];
  const properties = items.map(
    ([key, item]) => [key, isLeaf(item) ? item.leaf.schema : branchSchema(item)] as const,
  );
  const required = items.filter(([, item]) => !isLeaf(item) || !item.leaf.isOptional).map(([key]) => key);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
  };
}

function leafSchema(value: Value): LeafSchema {
  const schema = schemaOf(value.vector.filter((item) => item !== undefined) as readonly Json[]);
  return { schema: { ...schema, ...constraintOf(value) }, isOptional: value.isOptional };
}

function schemaOf(values: readonly Json[]): Schema {
  const names = [...new Set(values.map(typeName))].sort();
  const types = names.includes('number') ? names.filter((name) => name !== 'integer') : names;
  const lists = values.filter((value) => Array.isArray(value));
  const maps = values.filter((value) => isMap(value));
  return {
    type: types.length === 1 ? (types[0] as string) : types,
    ...(lists.length > 0 && listSchema(lists as readonly (readonly Json[])[])),
    ...(maps.length > 0 && { properties: propertySchemas(maps) }),
  };
}

/** Lists that are never empty must not become so: a field without any item would be null. */
function listSchema(lists: readonly (readonly Json[])[]): Schema {
  const items = lists.flat();
  return {
    ...(items.length > 0 && { items: itemSchema(items) }),
    ...(lists.every((list) => list.length > 0) && { minItems: 1 }),
  };
}

/** A text within lists and maps is filled where all the environments' are. */
function itemSchema(values: readonly Json[]): Schema {
  const isFilled = values.every((value) => typeof value === 'string' && value !== '');
  return { ...schemaOf(values), ...(isFilled && FILLED) };
}

function propertySchemas(maps: readonly { readonly [key: string]: Json }[]): Schema {
  const byKey = new Map<string, Json[]>();
  for (const map of maps) {
    for (const [key, value] of Object.entries(map)) {
      if (value === undefined) continue;
      const values = byKey.get(key);
      if (values) values.push(value);
      else byKey.set(key, [value]);
    }
  }
  return Object.fromEntries([...byKey].map(([key, values]) => [key, itemSchema(values)]));
}

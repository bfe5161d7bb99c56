import { isMap } from '../../maps/is-map.ts';
import type { Json } from '../../model/manifest.ts';
import { presence } from './conditions.ts';
import type { FactTable } from './fact-table.ts';
import { mergeList } from './merge-list.ts';
import type { Entry, Node } from './node.ts';
import { settleScalar } from './settle.ts';
import { below, type Site } from './site.ts';
import { unionKeys } from './union-keys.ts';
import type { Vector } from './value-path.ts';

type JsonMap = { readonly [key: string]: Json | undefined };

/** Merges the versions of one field into a template of it. Environments that do not get to the field have no version. */
export function merge(site: Site, vector: Vector, table: FactTable): Node {
  const versions = vector.filter((value) => value !== undefined);
  if (versions.every(isMap)) return mergeMaps(site, vector as readonly (JsonMap | undefined)[], table);
  if (versions.every((value) => Array.isArray(value))) {
    const lists = vector as readonly (readonly Json[] | undefined)[];
    return mergeList(site, lists, table, (place, item) => merge(place, item, table));
  }
  if (versions.every((value) => !isCollection(value))) return settleScalar(site, vector, table);
  return { type: 'value', site, vector };
}

function isCollection(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

function mergeMaps(site: Site, maps: readonly (JsonMap | undefined)[], table: FactTable): Node {
  const present = maps.filter((map) => map !== undefined);
  const keysOf = present.map(keysWithValue);
  const entries = unionKeys(keysOf).map((key) => mergeEntry(site, key, maps, table));
  const isLiteral = entries.every(({ node, when }) => node.type === 'literal' && when === undefined);
  if (isLiteral) return { type: 'literal', value: present[0] as Json };
  const isEmptySomewhere = keysOf.some((keys) => keys.length === 0);
  if (!isEmptySomewhere) return { type: 'map', entries, orEmpty: undefined };
  const isIn = maps.map((map) => map !== undefined && keysWithValue(map).length > 0);
  return mergeFilled(site, maps, isIn, table);
}

/** A map without entries is written `{}`, so it stands behind a condition of its own. */
function mergeFilled(
  site: Site,
  maps: readonly (JsonMap | undefined)[],
  isIn: readonly boolean[],
  table: FactTable,
): Node {
  const filled = maps.map((map, index) => (isIn[index] ? map : undefined));
  const node = mergeMaps(site, filled, table);
  const orEmpty = presence(
    site,
    isIn,
    maps.map((map) => map !== undefined),
    table,
  );
  return { type: 'map', entries: entriesOf(node), orEmpty };
}

/** The entries of a map that was merged. */
export function entriesOf(node: Node): readonly Entry[] {
  if (node.type === 'map') return node.entries;
  const value = node.type === 'literal' && isMap(node.value) ? node.value : {};
  return Object.entries(value).map(([key, item]) => ({
    key,
    node: { type: 'literal', value: item },
    when: undefined,
  }));
}

/** Maps may hold entries without a value; the writer of YAML leaves them out, and so does this. */
function keysWithValue(map: JsonMap): readonly string[] {
  const keys = Object.keys(map);
  return keys.every((key) => map[key] !== undefined) ? keys : keys.filter((key) => map[key] !== undefined);
}

function mergeEntry(
  site: Site,
  key: string,
  maps: readonly (JsonMap | undefined)[],
  table: FactTable,
): Entry {
  const vector = maps.map((map) => (map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined));
  const first = vector[0];
  if (first !== undefined && vector.every((value) => value === first)) {
    return { key, node: { type: 'literal', value: first }, when: undefined };
  }
  const place = below(site, key);
  const node = merge(place, vector, table);
  const isMissing = maps.some((map, index) => map !== undefined && vector[index] === undefined);
  if (!isMissing) return { key, node, when: undefined };
  const isIn = vector.map((value) => value !== undefined);
  return {
    key,
    node,
    when: presence(
      place,
      isIn,
      maps.map((map) => map !== undefined),
      table,
    ),
  };
}

import type { Json } from '../../model/manifest.ts';
import { movedColumns } from './columns.ts';
import { scalingPath } from './conditions.ts';
import { decompose, type TextFact } from './decompose.ts';
import type { Fact, FactTable } from './fact-table.ts';
import type { Node } from './node.ts';
import { QUOTA_FIELDS } from './quota-terms.ts';
import { fieldPath, type Site } from './site.ts';
import { isConstant, isSame, type Vector } from './value-path.ts';
import { settleVersion } from './version-label.ts';
import { settleWeight } from './weights.ts';

/**
 * Turns a scalar into a node: the same in every column, else the decision that it repeats, else a text around decisions,
 * else a value still to be found.
 */
export function settleScalar(site: Site, vector: Vector, table: FactTable): Node {
  const quota = settleQuota(site, table);
  if (quota) return quota;
  if (isConstant(vector) && vector.some((value) => value !== undefined)) return literal(vector);
  const key = site.path?.key;
  if (key === 'checksum/config' && site.object.config !== undefined) {
    return { type: 'checksum', config: site.object.config };
  }
  return (
    settleVersion(site, vector, table) ??
    settleWeight(site, vector, table) ??
    asDecided(site, vector, table) ??
    asText(site, vector, table) ??
    atLeast(site, vector, table) ?? { type: 'value', site, vector }
  );
}

function settleQuota({ object, path }: Site, { quotaNamespace }: FactTable): Node | undefined {
  if (object.kind !== 'ResourceQuota' || object.namespace === undefined || path?.parent?.key !== 'hard')
    return undefined;
  const amount = object.namespace === quotaNamespace ? QUOTA_FIELDS[path.key] : undefined;
  return amount === undefined ? undefined : { type: 'quota', amount };
}

function literal(vector: Vector): Node {
  return { type: 'literal', value: vector.find((value) => value !== undefined) as Json };
}

function asDecided(site: Site, vector: Vector, table: FactTable): Node | undefined {
  const [best] = rankedFacts(site, table.withValues(vector));
  if (best === undefined) return undefined;
  if (best.parts !== undefined) return { type: 'text', parts: best.parts };
  return { type: 'fact', path: best.path, vector: best.vector };
}

/** Of decisions that say the same everywhere, the one that is about the object, and whose name is most like the field's. */
function rankedFacts({ object, path }: Site, facts: readonly Fact[]): readonly Fact[] {
  if (facts.length < 2) return facts;
  const { service, variant } = object.origin;
  const keys = fieldPath({ object, path });
  const rank = (fact: Fact) => {
    const isOwn = service !== undefined && fact.path[1] === service;
    const isOfVariant = (fact.path[2] === 'variants' ? fact.path[3] : undefined) === variant;
    return Number(isOwn) * 100 + Number(isOwn && isOfVariant) * 50 + sharedEnd(fact.path, keys);
  };
  return [...facts].sort((a, b) => rank(b) - rank(a));
}

function sharedEnd(path: readonly string[], keys: readonly string[]): number {
  let shared = 0;
  while (shared < path.length && path.at(-1 - shared) === keys.at(-1 - shared)) shared += 1;
  return shared;
}

/** Shorter facts may well occur by chance in a text that few columns have. */
const LONG = 8;

function asText(site: Site, vector: Vector, table: FactTable): Node | undefined {
  const column = vector.findIndex((value) => value !== undefined);
  const text = vector[column];
  if (typeof text !== 'string' || vector.some((value) => value !== undefined && typeof value !== 'string')) {
    return undefined;
  }
  const facts = [...table.general, ...table.hostsIn(text, column), ...imageFacts(site, table)];
  const parts = decompose(vector, isConstant(vector) ? facts.filter(isTelling(column)) : facts);
  return parts && { type: 'text', parts };
}

function isTelling(column: number): (fact: TextFact) => boolean {
  return ({ path, vector }) => path[0] === 'images' || String(vector[column] ?? '').length >= LONG;
}

function imageFacts({ object, path }: Site, table: FactTable): readonly TextFact[] {
  const { service, variant } = object.origin;
  if (path?.key !== 'image' || service === undefined) return [];
  const facts = table.imagesOf(service);
  return facts.filter((fact) => (fact.path[2] === 'variants' ? fact.path[3] : undefined) === variant);
}

/** One of two texts, by whether a service has so many pods at least. */
function atLeast(site: Site, vector: Vector, table: FactTable): Node | undefined {
  const path = scalingPath(site, 'min');
  const numbers = path && table.find(path)?.vector;
  const [one, other, ...more] = new Set(vector.filter((value) => value !== undefined));
  if (!path || !numbers || typeof one !== 'string' || typeof other !== 'string' || more.length > 0)
    return undefined;
  if (!isMoved(vector, table)) return undefined;
  for (const [yes, no] of [
    [one, other],
    [other, one],
  ] as const) {
    const number = boundBetween(vector, numbers, yes);
    if (number !== undefined) return { type: 'choice', test: { test: 'atLeast', path, number }, yes, no };
  }
  return undefined;
}

/** Whether it is another in some environment when that is tried: what parts environments alone may be by chance. */
function isMoved(vector: Vector, { columns }: FactTable): boolean {
  return movedColumns(vector, columns, isSame).length > 0;
}

/** The number from which on the word stands, where columns show it exactly. */
function boundBetween(vector: Vector, numbers: Vector, yes: string): number | undefined {
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [column, word] of vector.entries()) {
    const number = numbers[column];
    if (word === undefined) continue;
    if (typeof number !== 'number') return undefined;
    if (word === yes) least = Math.min(least, number);
    else most = Math.max(most, number);
  }
  return least === most + 1 ? least : undefined;
}

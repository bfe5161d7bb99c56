import type { Json } from '../../model/manifest.ts';
import { decompose, type TextFact } from './decompose.ts';
import type { FactTable } from './fact-table.ts';
import type { Node } from './node.ts';
import { valuePaths } from './rules.ts';
import { settleTarget } from './settle-target.ts';
import type { Site } from './site.ts';
import { covers, isConstant, type Vector } from './value-path.ts';
import { settleVersion } from './version-label.ts';

/**
 * Turns a scalar into a node: the fact its rule names, else a text around facts, else the same everywhere, else a value
 * still to be found. Knobs that people turn (image, scaling, resources) are values even while they are the same.
 */
export function settleScalar(site: Site, vector: Vector, table: FactTable): Node {
  const isSame = isConstant(vector);
  if (isSame && !isKnob(site) && vector.every((value) => value !== undefined)) return literal(vector);
  const key = site.path?.key;
  if (key === 'checksum/config' && site.object.config !== undefined) {
    return { type: 'checksum', config: site.object.config };
  }
  return (
    settleVersion(site, vector, table) ??
    settleTarget(site, vector, table) ??
    byRule(site, vector, table) ??
    asText(site, vector, table) ??
    (isSame ? literal(vector) : { type: 'value', site, vector })
  );
}

const KNOBS: ReadonlySet<string> = new Set([
  'image',
  'app.kubernetes.io/version',
  'replicas',
  'minReplicas',
  'maxReplicas',
  'averageUtilization',
  'cpu',
  'memory',
  'weight',
]);

function isKnob({ object, path }: Site): boolean {
  return object.service !== undefined && path !== undefined && KNOBS.has(path.key);
}

/** Whether a field of this name may be a value although it is the same everywhere. */
export function isKnobKey(key: string): boolean {
  return KNOBS.has(key);
}

function literal(vector: Vector): Node {
  return { type: 'literal', value: vector.find((value) => value !== undefined) as Json };
}

function byRule(site: Site, vector: Vector, table: FactTable): Node | undefined {
  for (const path of valuePaths(site)) {
    const fact = table.find(path);
    if (fact === undefined || !covers(fact.vector, vector)) continue;
    if (isConstant(fact.vector) && !isKnob(site)) continue;
    if (fact.parts !== undefined) return { type: 'text', parts: fact.parts };
    return { type: 'fact', path, vector: fact.vector };
  }
  return undefined;
}

/** Shorter facts may well occur by chance in a text that few environments have. */
const LONG = 8;

function asText(site: Site, vector: Vector, table: FactTable): Node | undefined {
  const index = vector.findIndex((value) => value !== undefined);
  const text = vector[index];
  if (typeof text !== 'string' || vector.some((value) => value !== undefined && typeof value !== 'string')) {
    return undefined;
  }
  const facts = [...table.general, ...table.hostsIn(text, index), ...imageFacts(site, table)];
  const parts = decompose(vector, isConstant(vector) ? facts.filter(isTelling(index)) : facts);
  return parts && { type: 'text', parts };
}

function isTelling(index: number): (fact: TextFact) => boolean {
  return ({ path, vector }) => path.at(-2) === 'image' || String(vector[index] ?? '').length >= LONG;
}

function imageFacts({ object, path }: Site, table: FactTable): readonly TextFact[] {
  if (path?.key !== 'image' || object.service === undefined) return [];
  const facts = table.imagesOf(object.service);
  return facts.filter((fact) => (fact.path[2] === 'variants' ? fact.path[3] : undefined) === object.variant);
}

import type { Json } from '../../model/manifest.ts';
import type { FactTable } from './fact-table.ts';
import { isMap } from './item-label.ts';
import type { Node } from './node.ts';
import type { Site } from './site.ts';
import { covers, type ValuePath, type Vector } from './value-path.ts';

type Maps = readonly ({ readonly [key: string]: Json | undefined } | undefined)[];

/**
 * The weight of a route: a variant's is a value, and the stable version gets what the others leave of 100, so that a
 * change of one keeps the sum. Undefined where this is no such weight.
 */
export function settleWeight(site: Site, vector: Vector, maps: Maps, table: FactTable): Node | undefined {
  const { owner, path } = site;
  if (path?.key !== 'weight' || owner === undefined || site.object.kind !== 'VirtualService')
    return undefined;
  const subset = subsetOf(maps);
  if (subset === undefined) return undefined;
  if (subset !== 'stable') return ownWeight(weightPath(owner, subset), vector, table);
  const paths = table
    .variantsOf(owner)
    .map((variant) => weightPath(owner, variant))
    .filter((other) => table.find(other) !== undefined);
  return paths.length > 0 && vector.every((weight, index) => isRest(weight, paths, index, table))
    ? { type: 'rest', paths }
    : undefined;
}

function weightPath(service: string, variant: string): ValuePath {
  return ['services', service, 'variants', variant, 'weight'];
}

function subsetOf(maps: Maps): string | undefined {
  const subsets = maps.map((map) => (isMap(map?.['destination']) ? map['destination']['subset'] : undefined));
  return subsets.find((subset) => typeof subset === 'string') as string | undefined;
}

function ownWeight(path: ValuePath, vector: Vector, table: FactTable): Node | undefined {
  const fact = table.find(path);
  return fact && covers(fact.vector, vector) ? { type: 'fact', path, vector: fact.vector } : undefined;
}

/** Every variant has to be there: what is left out of an environment has a weight in the values all the same. */
function isRest(
  weight: Json | undefined,
  paths: readonly ValuePath[],
  index: number,
  table: FactTable,
): boolean {
  if (weight === undefined) return true;
  const weights = paths.map((path) => table.find(path)?.vector[index]);
  return weights.every((item) => typeof item === 'number') && weight === 100 - sum(weights as number[]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import type { FactTable } from './fact-table.ts';
import type { Node } from './node.ts';
import type { Site } from './site.ts';
import type { ValuePath, Vector } from './value-path.ts';

/**
 * The weight of a route to the stable version: what the variants of a service leave of 100, so that a change of one keeps
 * the sum. Undefined where this is no such weight.
 */
export function settleWeight({ object, path }: Site, vector: Vector, table: FactTable): Node | undefined {
  if (path?.key !== 'weight' || object.kind !== 'VirtualService') return undefined;
  for (const variants of table.weights) {
    if (variants.some(({ vector: weights }) => weights.every((weight) => weight === undefined))) continue;
    const isRest = vector.every((weight, column) => {
      if (weight === undefined) return true;
      const others = variants.map((variant) => variant.vector[column]);
      return others.every((item) => typeof item === 'number') && weight === 100 - sum(others as number[]);
    });
    const paths: readonly ValuePath[] = variants.map((variant) => variant.path);
    if (isRest) return { type: 'rest', paths };
  }
  return undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

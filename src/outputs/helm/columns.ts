import type { Manifest } from '../../model/manifest.ts';
import type { Decisions } from './decisions.ts';
import type { QuotaTerms } from './quota-terms.ts';
import type { Vector } from './value-path.ts';

/** What some input renders. */
export interface Rendering {
  readonly manifests: readonly Manifest[];
  readonly decisions: Decisions;
  /** What the quota of the services' namespace is the sum of; undefined where it is written. */
  readonly quota: QuotaTerms | undefined;
}

/**
 * An environment as a chart needs it: what it renders, and what it would render if the input said something else where
 * the chart offers to. A template has to be right for all of them, so what a value moves in it is what the input moves.
 */
export interface ChartEnvironment extends Rendering {
  readonly tries: readonly Rendering[];
}

/** All that templates are made from: the environments as they are first, then what was tried, environment by environment. */
export interface Columns {
  readonly renderings: readonly Rendering[];
  /** How many of them are environments as they are. */
  readonly environments: number;
  /** The environment that each column is of. */
  readonly environmentOf: readonly number[];
}

/** Puts environments and what was tried in them beside one another. */
export function columnsOf(environments: readonly ChartEnvironment[]): Columns {
  const tries = environments.flatMap(({ tries: own }, index) =>
    own.map((rendering) => ({ rendering, index })),
  );
  return {
    renderings: [...environments, ...tries.map(({ rendering }) => rendering)],
    environments: environments.length,
    environmentOf: [...environments.keys(), ...tries.map(({ index }) => index)],
  };
}

/** A vector over all columns as one over the environments; what one does not have itself is as it was when tried. */
export function overEnvironments(vector: Vector, { environments, environmentOf }: Columns): Vector {
  return vector.slice(0, environments).map((value, environment) => {
    if (value !== undefined) return value;
    return vector.find((tried, column) => tried !== undefined && environmentOf[column] === environment);
  });
}

/** The columns in which something is not as it is in their environment. */
export function movedColumns<T>(
  vector: readonly T[],
  { environments, environmentOf }: Columns,
  isSame: (a: T, b: T) => boolean,
): readonly number[] {
  return environmentOf.flatMap((environment, column) =>
    column >= environments && !isSame(vector[environment] as T, vector[column] as T) ? [column] : [],
  );
}

import { NAMES } from './contenders.ts';
import type { SizeResult } from './report.ts';
import { growthExponent } from './statistics.ts';

/** A bound that was set before anything was measured, and what was measured. */
export interface Aim {
  readonly name: string;
  readonly bound: string;
  readonly measured: string;
  readonly isReached: boolean;
}

/** Size the aims are about. */
export const AIMED_SIZE = 1000;

/** Share of the time of another tool that Charthouse may take. */
const SHARES: readonly (readonly [string, number])[] = [
  [NAMES.helm, 0.3],
  [NAMES.helmParallel, 0.3],
  [NAMES.kosko, 0.8],
  [NAMES.cdk8s, 0.25],
  [NAMES.floor, 4],
];

const MEGABYTES = 300;
const EXPONENT = 1.05;
const OWN_SECONDS = 0.5;

/** The aims that can be judged by what was measured; those about a tool that did not run are left out. */
export function judge(sizes: readonly SizeResult[], ownSeconds: number | undefined): readonly Aim[] {
  const aims = [...growth(sizes)];
  if (ownSeconds !== undefined)
    aims.push(atMost('the platforms of this repository', 's', OWN_SECONDS, ownSeconds));
  const results = sizes.find(({ services }) => services === AIMED_SIZE)?.results ?? [];
  const charthouse = results.find(({ name }) => name === NAMES.charthouse);
  if (!charthouse) return aims;
  for (const [name, share] of SHARES) {
    const other = results.find((result) => result.name === name);
    if (other) aims.push(atMost(`time of ${name}`, 'times', share, charthouse.seconds / other.seconds));
  }
  if (charthouse.megabytes !== undefined) {
    aims.push(atMost('peak memory', 'MiB', MEGABYTES, charthouse.megabytes));
  }
  return aims;
}

function growth(sizes: readonly SizeResult[]): readonly Aim[] {
  const points = sizes
    .filter(({ services }) => services >= 100)
    .map(({ services, results }) => ({
      size: services,
      seconds: results.find(({ name }) => name === NAMES.charthouse)?.seconds ?? Number.NaN,
    }));
  return points.slice(1).flatMap((larger, at) => {
    const smaller = points[at];
    if (!smaller) return [];
    const name = `growth exponent, ${smaller.size} to ${larger.size} services`;
    return [atMost(name, '', EXPONENT, growthExponent(smaller, larger))];
  });
}

function atMost(name: string, unit: string, bound: number, measured: number): Aim {
  const written = (value: string) => `${value} ${unit}`.trim();
  const digits = unit === 'MiB' ? 0 : 2;
  return {
    name,
    bound: `at most ${written(String(bound))}`,
    measured: written(measured.toFixed(digits)),
    isReached: measured <= bound,
  };
}

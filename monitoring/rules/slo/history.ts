import type { Scenario } from '../../forms/rule.ts';
import { BUCKETS, ERRORS, REQUESTS, scraped } from '../services/series.ts';
import type { Objective } from './objective.ts';

/** For so many minutes, so many requests a second of which some break a promise; nothing is a series that is not there. */
export interface Stretch {
  readonly minutes: number;
  readonly all: number | undefined;
  readonly bad: number;
}

/** A promise whose alerts are tested, and the namespace of its service. */
export interface Example {
  readonly objective: Objective;
  readonly namespace: string;
}

/** What is recorded of a service over time, seen at the end of it; `hadPods` in each stretch, always if left out. */
export function history(
  name: string,
  { objective, namespace }: Example,
  stretches: readonly Stretch[],
  hadPods: readonly boolean[] = [],
): Scenario {
  const { service, slo, milliseconds } = objective;
  const own = `namespace="${namespace}",service="${service}"`;
  const requests = valuesOf(stretches, ({ all }) => all);
  const series = {
    // Its other promise, if it has one, is kept.
    [`${REQUESTS}{${own}}`]: requests,
    [`${BUCKETS}{${own},le="+Inf"}`]: requests,
    ...(slo === 'availability'
      ? { [`${ERRORS}{${own}}`]: valuesOf(stretches, ({ all, bad }) => all && bad) }
      : {
          [`${BUCKETS}{${own},le="${milliseconds}"}`]: valuesOf(
            stretches,
            ({ all, bad }) => all && all - bad,
          ),
        }),
    [scraped('up', own, 'pod="one"')]: valuesOf(stretches, (_, index) =>
      hadPods[index] === false ? undefined : 1,
    ),
  };
  const end = stretches.reduce((sum, { minutes }) => sum + minutes, -1);
  return {
    name,
    at: `${end}m`,
    series: Object.entries(series).map(([key, values]) => ({ series: key, values })),
  };
}

/** `5x2` is three values: one, and two more. */
function valuesOf(
  stretches: readonly Stretch[],
  of: (stretch: Stretch, index: number) => number | undefined,
): string {
  const parts = stretches.map((stretch, index) => {
    const value = of(stretch, index);
    const more = stretch.minutes - 1;
    return value === undefined ? `stale _x${more}` : `${value}x${more}`;
  });
  return parts.join(' ');
}

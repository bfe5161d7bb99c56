import { z } from 'zod';
import { EXPECTED, field, mapLike } from './field.ts';
import { millisecondsIn } from './nearest-quantity.ts';
import { requestTime } from './scalars.ts';

/** Upper bounds of the buckets that Istio counts durations in, by milliseconds: Envoy's defaults (histogram_impl.cc) from 1 on. */
const BOUNDS: ReadonlyMap<number, string> = new Map([
  [1, '1ms'],
  [5, '5ms'],
  [10, '10ms'],
  [25, '25ms'],
  [50, '50ms'],
  [100, '100ms'],
  [250, '250ms'],
  [500, '500ms'],
  [1000, '1s'],
  [2500, '2500ms'],
  [5000, '5s'],
  [10_000, '10s'],
  [30_000, '30s'],
  [60_000, '1m'],
  [300_000, '5m'],
  [600_000, '10m'],
  [1_800_000, '30m'],
  [3_600_000, '1h'],
]);

const under = field(
  'a bound that Istio counts by, such as 250ms, 500ms or 1s',
  { type: 'string', enum: [...BOUNDS.values()] },
  (value) => {
    const milliseconds = requestTime.safeParse(value).data;
    return milliseconds !== undefined && BOUNDS.has(milliseconds) ? milliseconds : undefined;
  },
  nearestBounds,
);

const availability = percentage(50, 'a percentage above 50 and below 100 with at most three decimals');
const percentile = percentage(0, 'a percentage above 0 and below 100 with at most three decimals');

/** What a service promises to those who call it. */
export const slo = z
  .strictObject(
    {
      availability: availability
        .optional()
        .describe(
          'Percent of the requests that succeed, such as 99.9: below 100, or there is nothing to spend',
        ),
      latency: z
        .strictObject(
          {
            percentile: percentile.describe('Percent of the requests that are answered in time, such as 95'),
            under: under.describe('How long they may take, one of the bounds that Istio counts by'),
          },
          mapLike('percentile: 95, under: 500ms'),
        )
        .optional()
        .describe('How fast it answers'),
    },
    mapLike('availability: 99.9'),
  )
  .refine((value) => value.availability !== undefined || value.latency !== undefined, {
    error: `${EXPECTED}availability, latency or both`,
  })
  .describe('What it promises: alerts fire when the budget for errors is spent too fast');

/** The bounds on either side of a duration. */
function nearestBounds(value: unknown): string | undefined {
  const milliseconds = typeof value === 'number' ? value : millisecondsIn(value);
  if (milliseconds === undefined) return undefined;
  const below = [...BOUNDS].filter(([bound]) => bound <= milliseconds).at(-1);
  const above = [...BOUNDS].find(([bound]) => bound > milliseconds);
  if (below?.[0] === milliseconds) return below[1];
  return [below, above].flatMap((bound) => bound?.[1] ?? []).join(' or ');
}

/** A share of requests that leaves some over. Decimals are counted as they print: 99.9 is not 99.90000000000001. */
function percentage(above: number, expected: string): z.ZodType<number> {
  return field(
    expected,
    { type: 'number', exclusiveMinimum: above, exclusiveMaximum: 100 },
    (value) => (isPercentage(value, above) ? value : undefined),
    (value) => {
      const number = Number(typeof value === 'string' ? value.replace(/^p|[ ]*%$/gi, '') : value);
      if (isPercentage(number, above)) return String(number);
      if (number === 100) return '99.9 or 99.99: with 100 the first failure breaks the promise';
      const meant = number < 1 ? Number((number * 100).toPrecision(12)) : Math.floor(number * 1000) / 1000;
      return isPercentage(meant, above) ? String(meant) : undefined;
    },
  );
}

function isPercentage(value: unknown, above: number): value is number {
  return (
    typeof value === 'number' && value > above && value < 100 && /^[0-9]+(\.[0-9]{1,3})?$/.test(String(value))
  );
}

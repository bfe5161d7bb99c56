import { z } from 'zod';
import { EXPECTED, field, text, whole } from './field.ts';
import * as scalar from './scalars.ts';

/** How long a release waits: seconds, or for a person. */
type Wait = number | 'manual';

const percentage = `${EXPECTED}a percentage from 1 to 100, such as 99.5`;

const latency = z
  .strictObject({
    percentile: whole(1, 99).default(95).describe('Share of the requests that must be as fast, percent'),
    under: scalar.requestTime.describe('How long they may take'),
  })
  .describe('How fast the new version has to answer; not judged if left out');

const analysis = z
  .strictObject({
    enabled: z.boolean().default(true).describe('`false`: nothing is judged, the clock alone decides'),
    successRate: z
      .number({ error: percentage })
      .min(1, { error: percentage })
      .max(100, { error: percentage })
      .default(99)
      .describe(
        "Requests that must not fail, percent: neither with 5xx nor with a gRPC status that is the server's fault",
      ),
    latency: latency.optional(),
    minimumRequests: whole(1, 1_000_000)
      .default(20)
      .describe(
        'Requests within two minutes; while there are fewer a canary waits and goes on by itself when they come, and with blue-green a person decides after five minutes',
      ),
    duration: scalar
      .secondsFrom(180, 24 * 3600, 'a duration from 3m to 24h')
      .prefault('10m')
      .describe('blue-green: how long requests are judged once they went over'),
  })
  .describe('What takes a bad version back by itself: requests of the new version, judged each minute');

const step = z.strictObject({
  weight: whole(1, 99).describe('Percent of the requests that go to the new version'),
  pause: waitOr({}, 'a duration in whole seconds such as 30s or 5m, or `manual`').describe(
    'Until the next step; `manual` waits for a person',
  ),
});

const preview = z
  .strictObject({
    host: scalar.hostLabel.optional().describe('First label of a public host that leads to the new version'),
    headers: z
      .record(text('the name of a header in lower case', /^[a-z0-9-]+$/), z.string().min(1))
      .refine((headers) => Object.keys(headers).length > 0, { error: `${EXPECTED}at least one header` })
      .optional()
      .describe("Exact header values that lead to the new version on the service's own public host"),
  })
  .refine((value) => (value.host === undefined) !== (value.headers === undefined), {
    error: `${EXPECTED}either host or headers`,
  })
  .describe('blue-green: how the new version can be looked at before; not at all if left out');

/** How a new version of a service takes over. Which settings fit which strategy is in `resolve/release.ts`. */
export const release = z
  .strictObject(
    {
      strategy: z
        .enum(['rolling', 'canary', 'blue-green'], {
          error: `${EXPECTED}\`rolling\`, \`canary\` or \`blue-green\``,
        })
        .describe('rolling: pod by pod; canary: requests go over in steps; blue-green: all at once'),
      steps: z
        .array(step)
        .min(1)
        .default([
          { weight: 5, pause: 300 },
          { weight: 25, pause: 600 },
          { weight: 50, pause: 600 },
        ])
        .describe(
          'canary: ascending shares such as `{weight: 5, pause: 5m}`; 5 % for 5m, 25 % and 50 % for 10m if left out; `pause: manual` waits for a person',
        ),
      analysis: analysis.prefault({}),
      promotion: waitOr({ automatic: 0 }, '`automatic`, `manual`, or a duration in whole seconds such as 10m')
        .prefault('automatic')
        .describe(
          'blue-green: when requests go over: `automatic` once the new version is ready, that long after, or when a person says so',
        ),
      scaleDownDelay: scalar
        .secondsFrom(30, 24 * 3600, 'a duration from 30s to 24h')
        .prefault('10m')
        .describe('blue-green: how long the old version stays to go back to at once'),
      preview: preview.optional(),
    },
    {
      error: ({ code }) =>
        code === 'invalid_type' ? `${EXPECTED}a map such as {strategy: canary}` : undefined,
    },
  )
  .describe('How a new version takes over; rolling if left out, the others through Argo Rollouts');

/** How a new version takes over, validated. */
export type ReleaseInput = z.output<typeof release>;

/** A duration in whole seconds, `manual`, or a word that stands for seconds. */
function waitOr(words: Readonly<Record<string, number>>, expected: string): z.ZodType<Wait> {
  const names = ['manual', ...Object.keys(words)].join('|');
  return field<Wait>(
    expected,
    { type: 'string', pattern: `^(${names}|[1-9][0-9]{0,4}(s|m|h))$` },
    (value) => {
      if (value === 'manual') return value;
      if (typeof value === 'string' && Object.hasOwn(words, value)) return words[value];
      return scalar.seconds.safeParse(value).data;
    },
    (value) => (typeof value === 'number' ? `${value}s` : undefined),
  );
}

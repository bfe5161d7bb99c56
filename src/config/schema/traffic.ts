import { z } from 'zod';
import { EXPECTED, line, mapLike, text, whole } from './field.ts';
import * as scalar from './scalars.ts';
import { percent, scaling } from './scaling.ts';
import { publicPath } from './url-path.ts';

const cors = z
  .strictObject({
    origins: z.array(scalar.origin).min(1).describe('Origins such as https://app.example.com'),
    methods: z
      .array(z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']))
      .min(1)
      .default(['GET', 'POST', 'OPTIONS'])
      .describe('Methods their scripts may use'),
    headers: z
      .array(text('the name of a header in lower case', /^[a-z0-9-]+$/))
      .min(1)
      .optional()
      .describe('Headers their scripts may send, besides those that every script may'),
    credentials: z.boolean().default(false).describe('Requests may carry cookies'),
    maxAge: scalar
      .secondsFrom(
        1,
        24 * 3600,
        'a duration in whole seconds up to 24h, which is the most that browsers take',
      )
      .prefault('1h')
      .describe('How long a browser remembers the answer'),
  })
  .describe('Scripts of other origins that may call the service from a browser');

const probe = z
  .strictObject(
    {
      path: text('a path that starts with /, perhaps with ?...', /^\/[\x21-\x7e]*$/)
        .optional()
        .describe('What is asked for, below one of `paths`; each of them if left out'),
      method: z.enum(['GET', 'HEAD', 'POST']).default('GET').describe('How it is asked for'),
      body: line().optional().describe('JSON that is sent along; with POST'),
      status: z.array(whole(100, 599)).min(1).default([200]).describe('Statuses that show that it works'),
    },
    mapLike('path: /status, status: [200]'),
  )
  .describe(
    'What is asked every 30 seconds, with the part `uptime`. If left out: with auth jwt that a wrong token is refused (401), else that the path of its readiness answers 200 where that is public, or the path itself',
  );

/** How a service is reached from outside the cluster. */
export const expose = z
  .strictObject({
    host: z
      .string()
      .regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, {
        error: `${EXPECTED}the first label of the public host`,
      })
      .describe("First label of the public host; the environment's domain follows"),
    paths: z.array(publicPath).min(1).describe('Paths, each with all below it'),
    auth: z.enum(['jwt', 'none']).describe('`jwt`: only requests with a valid token; `none`: anybody'),
    port: scalar.name.optional().describe('Port requests go to; needed only when there are several'),
    timeout: scalar.requestTime.optional().describe('How long a request may take'),
    cors: cors.optional(),
    probe: probe.optional(),
  })
  .describe('Makes the service reachable from outside the cluster');

/** How many requests a pod takes. */
export const rateLimit = z
  .strictObject({
    requests: whole(1, 1_000_000).describe('Requests allowed in each period, per pod'),
    per: scalar.podSeconds.prefault('1s').describe('Length of a period'),
    burst: whole(1, 1_000_000)
      .optional()
      .describe('Requests that may be saved up; the same as requests if left out'),
  })
  .refine(({ requests, burst }) => burst === undefined || burst >= requests, {
    path: ['burst'],
    error: `${EXPECTED}burst to be at least requests: a pod never takes more than its burst at once`,
  })
  .describe('Token bucket in the sidecar of each pod; more requests get status 429');

/** When callers leave a pod alone. */
export const circuitBreaker = z.strictObject({
  consecutiveErrors: whole(1, 1000).default(5).describe('5xx answers in a row that eject a pod'),
  interval: scalar.pause.prefault('10s').describe('How often pods are judged'),
  ejectionTime: scalar.pause.prefault('30s').describe('How long a pod stays ejected, times its ejections'),
  maxEjectionPercent: percent.default(50).describe('Share of the pods that may be ejected at once'),
  maxConnections: whole(1, 1_000_000).default(1024).describe('Connections of one caller at most'),
  maxPendingRequests: whole(1, 1_000_000).default(1024).describe('Requests of one caller that may wait'),
  maxRequests: whole(1, 1_000_000).default(1024).describe('Requests of one caller under way at most'),
  maxRetryPercent: percent
    .default(20)
    .describe('Retries of one caller at most, percent of its requests under way; three always may'),
});

/** One dependency of a service. */
export const use = z.strictObject({
  access: z
    .enum(['read', 'write', 'read-write', 'publish', 'consume', 'send'])
    .optional()
    .describe('What the service does with a resource; only where its type can tell that apart'),
  port: scalar.name.optional().describe('Port of the service called; needed only when it has several'),
  timeout: scalar.requestTime.optional().describe('How long a call may take, retries included'),
  retries: whole(0, 10).optional().describe('Further attempts after the first'),
  idempotent: z
    .boolean()
    .default(false)
    .describe('A repeated call does no harm, so failed calls are retried too'),
});

/** Another version of a service that runs beside it. */
export const variant = z
  .strictObject({
    weight: whole(1, 100)
      .optional()
      .describe(
        'Percent of the requests: a few for a canary, 100 once a blue-green release is switched over',
      ),
    headers: z
      .record(text('the name of a header in lower case', /^[a-z0-9-]+$/), z.string().min(1))
      .refine((headers) => Object.keys(headers).length > 0, { error: `${EXPECTED}at least one header` })
      .optional()
      .describe('Exact header values that choose this variant'),
    scaling: scaling.describe('How many pods of it run'),
  })
  .refine((value) => (value.weight === undefined) !== (value.headers === undefined), {
    error: 'expected either weight (canary, blue-green) or headers (A/B, preview)',
  });

/** Everything a service writes about one dependency, validated. */
export type UseInput = z.output<typeof use>;

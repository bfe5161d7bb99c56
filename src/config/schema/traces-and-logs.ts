import { z } from 'zod';
import { EXPECTED, hintedText, mapLike, whole } from './field.ts';
import * as scalar from './scalars.ts';

const secret = scalar.remoteSecret
  .optional()
  .describe(
    "Remote secret with username and password of an account that may write there; the resource's own and `-observability` if left out",
  );

const retentionDays = whole(1, 3650);
const share = `${EXPECTED}a percentage from 0 to 100`;

/** Where traces are kept, and which. */
export const tracing = z.strictObject(
  {
    store: scalar.name
      .optional()
      .describe('Resource of type opensearch that keeps them; a volume of Jaeger (Badger) if left out'),
    secret,
    volume: scalar.memory.prefault('10Gi').describe('Size of that volume'),
    retentionDays: retentionDays.default(7).describe('Days after which they are deleted'),
    slow: scalar.requestTime
      .prefault('1s')
      .describe('Requests that took longer are all kept, as are those that failed'),
    keepPercent: z
      .number({ error: share })
      .min(0, { error: share })
      .max(100, { error: share })
      .default(10)
      .describe('Share of the other requests that is kept, percent'),
  },
  mapLike('store: search'),
);

/** Where logs are kept. */
export const logs = z.strictObject(
  {
    store: scalar.name
      .optional()
      .describe('Resource of type opensearch that keeps them; the part `logs` needs it'),
    secret,
    retentionDays: retentionDays.default(15).describe('Days after which they are deleted'),
    drop: z
      .array(
        hintedText('a key of structured logs', /^[A-Za-z0-9_.@-]{1,100}$/, (value) =>
          value.replace(/^\*[_.-]?/, ''),
        ),
      )
      .default([])
      .describe(
        'Keys of structured logs whose values are never stored, besides authorization, cookie, password, secret and token',
      ),
  },
  mapLike('store: search'),
);

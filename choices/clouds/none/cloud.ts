import type { Cloud } from '../cloud.ts';
import { amazonRefused, identitiesRefused } from '../refusals.ts';
import { shape } from './schema.ts';

/** No cloud, or one that Charthouse needs to know nothing of. */
export const none = {
  name: 'none',
  shape,
  facts: {},
  refusals: [...identitiesRefused(undefined), ...amazonRefused(undefined)],
  metadata: [],
  volumes: undefined,
} as const satisfies Cloud;

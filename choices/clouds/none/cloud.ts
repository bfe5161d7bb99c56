import type { Cloud } from '../cloud.ts';
import { shape } from './schema.ts';

/** No cloud, or one that Charthouse needs to know nothing of. */
export const none = { name: 'none', shape, facts: {} } as const satisfies Cloud;

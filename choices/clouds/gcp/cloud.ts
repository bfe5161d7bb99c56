import type { Cloud } from '../cloud.ts';
import { shape } from './schema.ts';

/** Google Cloud: clusters of GKE. */
export const gcp = {
  name: 'gcp',
  shape,
  facts: { region: 'europe-west4', project: 'project' },
} as const satisfies Cloud;

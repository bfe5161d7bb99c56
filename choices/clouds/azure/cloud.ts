import type { Cloud } from '../cloud.ts';
import { shape } from './schema.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Microsoft Azure: clusters of AKS. */
export const azure = {
  name: 'azure',
  shape,
  facts: { region: 'westeurope', subscription: NOBODY, tenant: NOBODY },
} as const satisfies Cloud;

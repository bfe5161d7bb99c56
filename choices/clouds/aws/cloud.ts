import type { Cloud } from '../cloud.ts';
import { shape } from './schema.ts';

/** Amazon Web Services: clusters of EKS. */
export const aws = {
  name: 'aws',
  shape,
  facts: { region: 'us-east-1', account: '000000000000' },
} as const satisfies Cloud;

import { z } from 'zod';
import { arn } from '../../../src/config/schema/scalars.ts';
import { remote } from '../remote.ts';

/** What there is to say of it. */
export const shape = {
  store: z.literal('aws-parameter-store').describe('Where secrets come from'),
  roleArn: arn.describe('IAM role that may read the remote secrets'),
  ...remote,
};

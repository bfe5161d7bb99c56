import { z } from 'zod';
import { text } from '../../../src/config/schema/field.ts';
import { googleServiceAccount } from '../../../src/config/schema/scalars.ts';
import { remote } from '../remote.ts';

/** What there is to say of it. */
export const shape = {
  store: z.literal('google-secret-manager').describe('Where secrets come from'),
  serviceAccount: googleServiceAccount.describe('IAM service account that may read the remote secrets'),
  project: text('the id of a project of Google Cloud', /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/)
    .optional()
    .describe('Project of the remote secrets; `cluster.project` if left out'),
  ...remote,
};

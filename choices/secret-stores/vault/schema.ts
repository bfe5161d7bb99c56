import { z } from 'zod';
import { text } from '../../../src/config/schema/field.ts';
import { name } from '../../../src/config/schema/scalars.ts';
import { remote } from '../remote.ts';

const MOUNT = /^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/;

/** What there is to say of it. */
export const shape = {
  store: z.literal('vault').describe('Where secrets come from'),
  server: text(
    'the https:// URL of Vault, without a path',
    /^https:\/\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:[0-9]{1,5})?$/,
  ),
  path: text('where the KV engine is mounted, without / at either end', MOUNT).describe(
    'Where its KV engine (version 2) is mounted, such as `secret`',
  ),
  role: text('a role of Vault', /^[A-Za-z0-9_.${}-]+$/).describe(
    'Role of the auth method `kubernetes` that may read the remote secrets',
  ),
  mount: text('where the auth method is mounted, without / at either end', MOUNT)
    .default('kubernetes')
    .describe('Where the auth method `kubernetes` is mounted'),
  authority: name
    .optional()
    .describe('Who signs its certificate: one of `authorities`; those that images know if left out'),
  network: z
    .enum(['data', 'endpoints', 'internet'])
    .default('internet')
    .describe("Where its addresses are: one of the environment's `network` ranges, or the internet"),
  ...remote,
};

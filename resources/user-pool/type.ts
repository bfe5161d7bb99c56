import { AWS, READ_AND_WRITE } from '../networked.ts';
import { literal } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';

/** A user pool of Cognito. */
export const userPool: ResourceType = {
  ...AWS,
  title: 'User pools',
  one: 'user pool',
  host: 'cognito-idp.{region}.amazonaws.com',
  accesses: READ_AND_WRITE,
  outputs: { id: literal('{name}'), region: literal('{region}') },
};

import { AWS } from '../networked.ts';
import { literal } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';

/** A user pool of Cognito. */
export const userPool: ResourceType = {
  ...AWS,
  title: 'User pools',
  one: 'user pool',
  host: 'cognito-idp.{region}.amazonaws.com',
  outputs: { id: literal('{name}'), region: literal('{region}') },
};

import { AWS } from '../networked.ts';
import { literal } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';

/** A table. Reached on public addresses even through a gateway endpoint, so its network is the internet. */
export const dynamodb: ResourceType = {
  ...AWS,
  title: 'DynamoDB',
  one: 'DynamoDB table',
  network: 'internet',
  host: 'dynamodb.{region}.amazonaws.com',
  outputs: { table: literal('{name}'), region: literal('{region}') },
};

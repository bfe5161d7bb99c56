import { AWS } from '../networked.ts';
import { literal } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';

/**
 * A bucket of S3. Reached on public addresses even through a gateway endpoint, so its network is the internet. Of buckets
 * CloudWatch only knows the size, once a day.
 */
export const bucket: ResourceType = {
  ...AWS,
  title: 'Buckets',
  one: 'bucket',
  network: 'internet',
  host: '{name}.s3.{region}.amazonaws.com',
  outputs: { name: literal('{name}'), region: literal('{region}'), url: literal('https://{host}') },
  cloudwatch: { nameOf: ({ name = '' }) => name, metrics: [], panels: [] },
};

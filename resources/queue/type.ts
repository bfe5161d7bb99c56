import { AWS } from '../networked.ts';
import { literal } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';
import { cloudwatch } from './cloudwatch.ts';

/** A queue of SQS. */
export const queue: ResourceType = {
  ...AWS,
  title: 'Queues',
  one: 'queue',
  host: 'sqs.{region}.amazonaws.com',
  required: ['url'],
  outputs: { url: literal('{url}'), region: literal('{region}') },
  cloudwatch,
};

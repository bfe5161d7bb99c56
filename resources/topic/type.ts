import { AWS } from '../networked.ts';
import { literal } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';
import { cloudwatch } from './cloudwatch.ts';

/** A topic of SNS. */
export const topic: ResourceType = {
  ...AWS,
  title: 'Topics',
  one: 'topic',
  host: 'sns.{region}.amazonaws.com',
  required: ['arn'],
  outputs: { arn: literal('{arn}'), region: literal('{region}') },
  cloudwatch,
};

import { z } from 'zod';
import { text } from '../../../src/config/schema/field.ts';

/** What there is to say of a cluster of EKS. */
export const shape = {
  cloud: z.literal('aws').describe('Where it runs'),
  region: text('an AWS region', /^[a-z]{2}(-[a-z]+)+-[0-9]$/),
  account: text('an AWS account id of twelve digits, in quotes', /^[0-9]{12}$/),
  zones: z
    .array(text('the letter of a zone', /^[a-z]$/))
    .min(1)
    .describe('Letters of the zones nodes are in'),
  vpcId: text('the id of a VPC', /^vpc-[0-9a-f]{8,17}$/)
    .optional()
    .describe('Its VPC, for the load balancer controller, whose pods cannot ask a node that hides it'),
};

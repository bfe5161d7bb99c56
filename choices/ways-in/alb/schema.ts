import { z } from 'zod';
import * as scalar from '../../../src/config/schema/scalars.ts';
import { loadBalancer } from './load-balancer-schema.ts';

/** A load balancer of AWS that leads straight to the pods of services. */
export const alb = loadBalancer
  .extend({
    subnets: z
      .array(scalar.cidr)
      .min(1)
      .describe(
        'Address ranges of the subnets the load balancer is in: nobody else may connect from outside',
      ),
  })
  .describe('A load balancer of AWS that leads straight to the pods of services, without a mesh');

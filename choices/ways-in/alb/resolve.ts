import type { z } from 'zod';
import type { Alb } from '../../../src/model/way-in.ts';
import { loadBalancerSettings } from './load-balancer.ts';
import type { alb } from './schema.ts';

/** What connects to services has an address of the load balancer's subnets: its targets are pods, by address. */
export function resolveAlb(input: z.output<typeof alb>): Alb {
  return {
    way: 'alb',
    ...loadBalancerSettings(input),
    isInternal: input.scheme === 'internal',
    namespace: undefined,
    peers: [...input.subnets].sort().map((cidr) => ({ cidr })),
  };
}

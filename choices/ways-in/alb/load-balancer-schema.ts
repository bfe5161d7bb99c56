import { z } from 'zod';
import { EXPECTED, text } from '../../../src/config/schema/field.ts';
import * as scalar from '../../../src/config/schema/scalars.ts';

/** An Application Load Balancer of AWS, whatever is behind it. */
export const loadBalancer = z.strictObject({
  scheme: z.enum(['internet-facing', 'internal']).describe('Whether the load balancer has public addresses'),
  name: text(
    'a name of at most 32 letters, digits and hyphens',
    /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
    32,
  )
    .optional()
    .describe(
      'Name of the load balancer in AWS, which a later change replaces; the controller makes one up if left out',
    ),
  certificateArn: scalar.arn.describe('ACM certificate of the public hosts'),
  minimumTls: z
    .enum(['1.2', '1.3'], { error: `${EXPECTED}"1.2" or "1.3", in quotes` })
    .default('1.3')
    .describe('Oldest version of TLS that clients may speak, in quotes'),
  webAclArn: scalar.arn.optional().describe('WAF web ACL'),
  accessLogs: z
    .strictObject({
      bucket: text('the name of a bucket', /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/).describe('S3 bucket'),
      prefix: text('a prefix of letters, digits and -_./', /^[A-Za-z0-9_./-]*$/)
        .default('')
        .describe('What the names of the logs start with'),
    })
    .describe('Where the load balancer writes its access logs; nowhere if left out')
    .optional(),
  idleTimeout: scalar
    .secondsFrom(1, 4000, 'a duration from 1s to 4000s')
    .prefault('60s')
    .describe('How long an idle connection is kept'),
  inboundCidrs: z.array(scalar.cidr).min(1).optional().describe('Who may connect; everybody if left out'),
  deletionProtection: z.boolean().default(true).describe('AWS refuses to delete the load balancer'),
});

/** Settings of a load balancer, validated. */
export type LoadBalancerInput = z.output<typeof loadBalancer>;

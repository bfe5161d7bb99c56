import { z } from 'zod';
import { onlyOneOf } from '../../../src/config/schema/choice.ts';
import { EXPECTED, text } from '../../../src/config/schema/field.ts';
import { labelName, labelValue } from '../../../src/config/schema/labels.ts';
import * as scalar from '../../../src/config/schema/scalars.ts';

/** Name of an object that somebody else has. */
const objectName = (what: string) => text(what, /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/);

const issuer = z
  .strictObject({
    name: objectName('the name of an issuer').describe('Name of the issuer'),
    kind: z.enum(['ClusterIssuer', 'Issuer']).default('ClusterIssuer').describe('What it is'),
  })
  .describe('cert-manager asks this issuer for a certificate of each public host');

const gateway = z
  .strictObject({
    class: objectName('the name of a GatewayClass').describe(
      'GatewayClass: which program of the cluster is the way in',
    ),
    namespace: scalar.namespace
      .optional()
      .describe("Namespace of the Gateway, where its class wants one of its own; the services' if left out"),
    tls: onlyOneOf({
      issuer,
      secret: scalar.remoteSecret.describe('Remote secret with tls.crt and tls.key, for all public hosts'),
    }).describe('Where the certificates of the public hosts come from'),
    annotations: z
      .record(labelName, z.string())
      .default({})
      .describe(
        'Annotations of the load balancer that the class makes of it, such as for one without public addresses',
      ),
  })
  .describe("A Gateway of the platform's own, with a listener for each public host");

const parentRef = z
  .strictObject({
    name: objectName('the name of a Gateway').describe('Its name'),
    namespace: scalar.namespace.describe('Its namespace'),
    listener: objectName('the name of a listener')
      .optional()
      .describe('Its listener; any that has the host if left out'),
  })
  .describe('A Gateway that somebody else has: routes attach to it, and its certificates are theirs');

/** Routes of the Gateway API. */
export const gatewayApi = z
  .strictObject({
    gateway: gateway.optional(),
    parentRef: parentRef.optional(),
    from: onlyOneOf({
      pods: z
        .strictObject({
          namespace: scalar.namespace.describe('Namespace they run in'),
          labels: z
            .record(labelName, labelValue)
            .optional()
            .describe('Their labels; all pods there if left out'),
        })
        .describe('Pods of the cluster'),
      cidrs: z
        .array(scalar.cidr)
        .min(1)
        .describe('Address ranges, where the proxies are outside the cluster'),
    }).describe('Where the proxies of the Gateway are: nobody else may connect to services from outside'),
    internal: z.boolean().default(false).describe('Its addresses are of the network around the cluster'),
  })
  .refine((value) => (value.gateway === undefined) !== (value.parentRef === undefined), {
    error: `${EXPECTED}either gateway, one of the platform's own, or parentRef, one that is there`,
  })
  .describe('Gateway API: HTTPRoutes and GRPCRoutes from a Gateway straight to the services, without a mesh');

/** Routes of the Gateway API, validated. */
export type GatewayApiInput = z.output<typeof gatewayApi>;

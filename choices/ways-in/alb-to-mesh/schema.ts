import * as scalar from '../../../src/config/schema/scalars.ts';
import { loadBalancer } from '../alb/load-balancer-schema.ts';

/** The load balancer in front of the mesh gateway. */
export const albToMesh = loadBalancer
  .extend({
    gatewayCertificate: scalar.remoteSecret.describe(
      "Remote secret with tls.crt and tls.key of the gateway's own certificate, between load balancer and gateway",
    ),
  })
  .describe('A load balancer of AWS that speaks TLS to the mesh gateway, which leads on to the services');

import type { LoadBalancerSettings } from '../../../src/model/way-in.ts';
import type { LoadBalancerInput } from './load-balancer-schema.ts';

/** The settings of a load balancer, every default filled in. */
export function loadBalancerSettings(input: LoadBalancerInput): LoadBalancerSettings {
  return {
    name: input.name,
    scheme: input.scheme,
    certificateArn: input.certificateArn,
    sslPolicy: SSL_POLICIES[input.minimumTls],
    webAclArn: input.webAclArn,
    accessLogs: input.accessLogs,
    idleTimeoutSeconds: input.idleTimeout,
    inboundCidrs: [...(input.inboundCidrs ?? [])].sort(),
    deletionProtection: input.deletionProtection,
  };
}

/** Names of AWS' predefined security policies for listeners (Elastic Load Balancing user guide, TLS policies). */
const SSL_POLICIES = {
  '1.2': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
  '1.3': 'ELBSecurityPolicy-TLS13-1-3-2021-06',
} as const;

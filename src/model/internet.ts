import type { NetworkRange } from './endpoint.ts';

/**
 * Everything but what is not the public internet: RFC 1918, carrier-grade NAT (RFC 6598, which EKS uses for pods
 * in secondary ranges), and link-local (RFC 3927, where instance metadata answers).
 */
export const INTERNET: NetworkRange = {
  cidrs: ['0.0.0.0/0'],
  except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
};

import type { NetworkRange } from '../../src/model/dependency.ts';

/** All that is no private address: RFC 1918, RFC 6598 and link-local, where the node's metadata is. */
export const INTERNET: NetworkRange = {
  cidrs: ['0.0.0.0/0'],
  except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
};

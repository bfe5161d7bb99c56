import type { NetworkRange } from '../../model/dependency.ts';
import type { Report } from '../report.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { Path } from '../source.ts';

/**
 * Everything but what is not the public internet: RFC 1918, carrier-grade NAT (RFC 6598, which EKS uses for pods
 * in secondary ranges), and link-local (RFC 3927, where instance metadata answers).
 */
const INTERNET: NetworkRange = {
  cidrs: ['0.0.0.0/0'],
  except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
};

/** The addresses of a kind of network in this environment. Reports `network.<kind>` missing where something is in it. */
export function networkRange(
  kind: 'data' | 'endpoints' | 'internet',
  document: DocumentInput,
  needed: { readonly by: Path; readonly report: Report },
): NetworkRange {
  if (kind === 'internet') return INTERNET;
  const cidrs = document.network[kind];
  if (cidrs) return { name: kind, cidrs: [...cidrs].sort(), except: [] };
  needed.report(['network', kind], `missing: ${needed.by.join('.')} has its addresses there`, {
    fix: `list the subnets: network: {${kind}: [10.20.16.0/20]}`,
    at: 'key',
    once: true,
  });
  return { cidrs: [], except: [] };
}

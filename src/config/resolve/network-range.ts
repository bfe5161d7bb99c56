import { internetFrom } from '../../../choices/clouds/index.ts';
import type { NetworkRange } from '../../model/endpoint.ts';
import type { Report } from '../report.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { Path } from '../source.ts';

/** The addresses of a kind of network in this environment. Reports `network.<kind>` missing where something is in it. */
export function networkRange(
  kind: 'data' | 'endpoints' | 'internet',
  document: DocumentInput,
  needed: { readonly by: Path; readonly report: Report },
): NetworkRange {
  if (kind === 'internet') return internetFrom(document.cluster);
  const cidrs = document.network[kind];
  if (cidrs) return { name: kind, cidrs: [...cidrs].sort(), except: [] };
  needed.report(['network', kind], `missing: ${needed.by.join('.')} has its addresses there`, {
    fix: `list the subnets: network: {${kind}: [10.20.16.0/20]}`,
    at: 'key',
    once: true,
  });
  return { cidrs: [], except: [] };
}

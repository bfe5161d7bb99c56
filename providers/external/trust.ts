import type { ResourceType } from '../../resources/resource-type.ts';
import type { Report } from '../../src/config/report.ts';
import type { DocumentInput } from '../../src/config/schema/document.ts';
import type { ExternalInput } from '../../src/config/schema/resource.ts';
import { authorityFile } from '../../src/model/authority-file.ts';
import type { Trust } from '../../src/model/resource.ts';
import { nearest } from '../../src/words/nearest.ts';

/**
 * How clients of a resource know who answers. Reports an authority that is not
 * declared, and that none is named where images are known to lack it.
 */
export function trustOf(
  name: string,
  { authority, unverified }: ExternalInput,
  host: string,
  { facts, document, report }: { facts: ResourceType; document: DocumentInput; report: Report },
): Trust {
  if (!facts.optional.includes('authority')) return {};
  const path = ['resources', name, 'external'];
  if (authority !== undefined && unverified !== undefined) {
    const fix = 'remove one: either clients look who answers, or they do not';
    report([...path, 'unverified'], 'unverified means nothing beside authority', { fix, at: 'key' });
  }
  if (unverified !== undefined) return { unverified };
  if (authority === undefined) {
    if (AMAZON_ONLY.test(host) && !PROXY.test(host)) reportUnknownToImages([...path, 'authority'], report);
    return {};
  }
  const known = document.authorities[authority];
  if (known) return { authority: { name: authority, ...known } };
  const guess = nearest(authority, Object.keys(document.authorities));
  const fix = guess ? `write \`${guess}\`` : `declare it: authorities: {${authority}: {configMap: ...}}`;
  report([...path, 'authority'], `no authority is named \`${authority}\``, { fix });
  return {};
}

/** What URLs and other outputs of a resource fill in: how to verify, and the file with the certificates. */
export function trustValues({ verify }: ResourceType, trust: Trust): Record<string, string> {
  const file = trust.authority && { authority: authorityFile(trust.authority) };
  if (!verify) return { ...file };
  if (trust.unverified !== undefined) return { verify: verify.unverified };
  return file
    ? { ...file, verify: verify.authority.replace('{authority}', file.authority) }
    : { verify: verify.known };
}

/**
 * RDS, Aurora and DocumentDB have an authority of their own, proxies of RDS one that everybody knows:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
 */
const AMAZON_ONLY = /\.(rds|docdb)\.amazonaws\.com(\.cn)?$/;
const PROXY = /\.proxy-/;

function reportUnknownToImages(path: readonly string[], report: Report): void {
  const fix =
    'write authority: rds, and authorities: {rds: {configMap: ...}} with the bundle of truststore.pki.rds.amazonaws.com, or unverified: why not';
  report([...path], 'missing: who signs its certificate, which images do not know', { fix, at: 'key' });
}

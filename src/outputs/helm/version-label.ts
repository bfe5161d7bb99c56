import type { FactTable } from './fact-table.ts';
import type { Node } from './node.ts';
import type { Site } from './site.ts';
import type { Vector } from './value-path.ts';

/** Hexadecimal digits of a digest that a label shows: label values hold 63 characters of few kinds. */
export const SHOWN_DIGITS = 12;

/** The version label of a pod whose image goes by digest follows the digest. Undefined where this is no such label. */
export function settleVersion(site: Site, vector: Vector, table: FactTable): Node | undefined {
  const { service, variant } = site.object.origin;
  if (site.path?.key !== 'app.kubernetes.io/version' || service === undefined) return undefined;
  const below = variant === undefined ? [] : ['variants', variant];
  const path = ['images', service, ...below, 'digest'];
  const digests = table.find(path)?.vector;
  if (digests === undefined) return undefined;
  const isShown = vector.every((label, index) => label === undefined || label === shown(digests[index]));
  return isShown ? { type: 'digest', path } : undefined;
}

function shown(digest: unknown): string | undefined {
  return typeof digest === 'string' ? digest.replace(/^sha256:/, '').slice(0, SHOWN_DIGITS) : undefined;
}

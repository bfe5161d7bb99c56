import type { Authority } from './resource.ts';

/** Where pods find the certificates of the authorities they need. */
export const AUTHORITIES_FOLDER = '/etc/authorities';

/** The file with those of one. */
export function authorityFile({ name }: Pick<Authority, 'name'>): string {
  return `${AUTHORITIES_FOLDER}/${name}.pem`;
}

import type { Environment } from '../../model/environment.ts';
import type { Service } from '../../model/service.ts';

/** Where a preview is: its namespace, what its public hosts end with, and the domain these are below. */
export interface Inside {
  readonly namespace: string;
  readonly hostSuffix: string;
  readonly domain: string;
}

/** Turns addresses of an environment in a text into those of a preview. */
export type Addresses = (text: string) => string;

/**
 * Addresses of services that are in the preview become those in it: public hosts, and names within the cluster. All
 * others, such as those of databases and of who signs tokens, stay those of the environment.
 */
export function ownAddresses(
  kept: readonly Service[],
  { namespaces, domain }: Environment,
  inside: Inside,
): Addresses {
  const addresses = new Map<string, string>();
  for (const { name, expose } of kept) {
    const rest = 'svc.cluster.local';
    addresses.set(`${name}.${namespaces.services}.${rest}`, `${name}.${inside.namespace}.${rest}`);
    if (!expose) continue;
    addresses.set(`${expose.host}.${domain}`, `${expose.host}${inside.hostSuffix}.${inside.domain}`);
  }
  const names = [...addresses.keys()].map((address) => address.replaceAll('.', '\\.'));
  // Whole host names only: neither the end of a longer one nor the start of one.
  const pattern = new RegExp(`(?<![A-Za-z0-9.-])(?:${names.join('|')})(?![A-Za-z0-9-]|\\.[A-Za-z0-9])`, 'g');
  return (text) => text.replace(pattern, (address) => addresses.get(address) ?? address);
}

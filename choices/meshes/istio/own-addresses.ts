import type { OutsideHost } from '../../../src/model/dependency.ts';

/**
 * An address for each host with a TCP port that DNS finds, by name. Sidecars tell such hosts apart by address alone, and
 * answer their pods with this one: nothing outside the pod ever sees it. It follows from the name of what is there, so it
 * stays when others come or go, and is the same in every environment. Istio would give out addresses of 240.240.0.0/16
 * itself, where istiod is set up to (PILOT_ENABLE_IP_AUTOALLOCATE).
 */
export function ownAddresses(hosts: readonly OutsideHost[]): ReadonlyMap<string, string> {
  const taken = new Map<number, string>();
  const addresses = new Map<string, string>();
  for (const { name } of hosts.filter(isFoundByAddress)) {
    let slot = hash(name) % SLOTS;
    while (taken.has(slot)) slot = (slot + 1) % SLOTS;
    taken.set(slot, name);
    // Without the first and last address of each 256, which some programs take for a network and its broadcast.
    addresses.set(name, `240.241.${Math.floor(slot / HOSTS)}.${(slot % HOSTS) + 1}`);
  }
  return addresses;
}

/** Neither a wildcard nor nodes can be looked up: the connection goes to the address that the service itself found. */
export function isFoundByService({ host, nodeRanges }: OutsideHost): boolean {
  return nodeRanges !== undefined || host.startsWith('*.');
}

const HOSTS = 254;
const SLOTS = 256 * HOSTS;

function isFoundByAddress(outside: OutsideHost): boolean {
  return !isFoundByService(outside) && outside.ports.some(({ protocol }) => protocol === 'TCP');
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

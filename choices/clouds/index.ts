import type { CloudName, Cluster } from '../../src/model/cluster.ts';
import type { NetworkRange } from '../../src/model/endpoint.ts';
import type { Identity } from '../../src/model/identity.ts';
import { INTERNET } from '../../src/model/internet.ts';
import { aws } from './aws/cloud.ts';
import { azure } from './azure/cloud.ts';
import type { Binding, Cloud, IdentifyingCloud, TokenAddress } from './cloud.ts';
import { gcp } from './gcp/cloud.ts';
import { none } from './none/cloud.ts';

/** The clouds that clusters run in. */
export const CLOUDS = [aws, gcp, azure, none] as const;

/** What differs in a cloud. */
export function cloudNamed(name: CloudName): Cloud {
  return CLOUDS.find((cloud) => cloud.name === name) ?? none;
}

/** The cloud whose pods may be somebody there; undefined for none. */
export function identifyingCloud(name: CloudName): IdentifyingCloud<Identity, Cluster> | undefined {
  const cloud = cloudNamed(name);
  return 'bind' in cloud ? (cloud as IdentifyingCloud<Identity, Cluster>) : undefined;
}

/** How pods come to be who they are in the cloud; nothing for those that are nobody. */
export function bindingOf(identity: Identity | undefined): Partial<Binding> {
  return identity ? (identifyingCloud(identity.cloud)?.bind(identity) ?? {}) : {};
}

/** Addresses of the node that pods with an identity ask for its credentials. */
export function tokenAddressesOf(identity: Identity | undefined): readonly TokenAddress[] {
  return identity ? (identifyingCloud(identity.cloud)?.tokenAddresses ?? []) : [];
}

/** Everything but what is not the public internet, seen from a cluster in the cloud. */
export function internetFrom({ cloud }: Pick<Cluster, 'cloud'>): NetworkRange {
  const { metadata } = cloudNamed(cloud);
  return metadata.length === 0 ? INTERNET : { ...INTERNET, except: [...INTERNET.except, ...metadata].sort() };
}

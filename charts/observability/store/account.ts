import type { NetworkPolicyEgressRule } from '../../../imports/kubernetes.ts';
import { mainEndpoint } from '../../../src/model/resource.ts';
import type { SearchStore } from '../../../src/model/watched.ts';
import { destinationOf, outsideRules } from '../../network/outside-rules.ts';
import { remoteValue } from '../../secrets/add-secret.ts';
import type { Watcher } from '../watcher.ts';

/** The account that a component writes to a store with, as two values; it is restarted when they change. */
export function storeAccount({ account }: SearchStore): NonNullable<Watcher['secret']> {
  return {
    data: [
      remoteValue('password', account.key, 'password'),
      remoteValue('username', account.key, 'username'),
    ],
    restarts: true,
  };
}

/** The way to a store. */
export function storeEgress({ resource }: SearchStore): readonly NetworkPolicyEgressRule[] {
  return outsideRules([destinationOf(mainEndpoint(resource))]);
}

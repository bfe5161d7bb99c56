import type { NetworkPolicyEgressRule } from '../../../imports/kubernetes.ts';
import type { SearchStore } from '../../../src/model/watched.ts';
import type { Component } from '../../component/component.ts';
import { outsideRules } from '../../network/outside-rules.ts';
import { remoteValue } from '../../secrets/external-secret-spec.ts';

/** The account that a component writes to a store with, as two values; it is restarted when they change. */
export function storeAccount({ secret }: SearchStore): NonNullable<Component['secret']> {
  return {
    data: [remoteValue('password', secret, 'password'), remoteValue('username', secret, 'username')],
    restarts: true,
  };
}

/** The way to a store. */
export function storeEgress({ resource, endpoint }: SearchStore): readonly NetworkPolicyEgressRule[] {
  return outsideRules([{ to: 'resource', name: resource, access: undefined, endpoints: [endpoint] }]);
}

import { exporterName } from '../../../monitoring/scrape/resources.ts';
import type { WatchedResource } from '../../../src/model/watched.ts';
import type { Component } from '../../component/component.ts';
import { remoteValue } from '../../secrets/external-secret-spec.ts';

/** What is particular about the exporter of one type of resource. */
export type Particulars = Pick<Component, 'args' | 'env' | 'secret'>;

/** The account an exporter looks with, as the two values of the remote secret. */
export function accountData({ account }: WatchedResource): NonNullable<Component['secret']>['data'] {
  return [remoteValue('password', account.key, 'password'), remoteValue('username', account.key, 'username')];
}

/** The same for programs that take it from variables alone; they are restarted when it changes. */
export function accountVariables(resource: WatchedResource, user: string, password: string): Particulars {
  const from = (key: string) => ({ valueFrom: { secretKeyRef: { name: exporterName(resource), key } } });
  return {
    env: [
      { name: user, ...from('username') },
      { name: password, ...from('password') },
    ],
    secret: { data: accountData(resource), restarts: true },
  };
}

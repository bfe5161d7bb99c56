import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import type { ISecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore';
import type { IPassword } from '@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/Password';
import { kind } from './api-object.ts';
import type { Plain } from './plain.ts';

/** External Secrets' kinds, typed by @kubernetes-models/external-secrets. */
export class ExternalSecret extends kind<Plain<IExternalSecret>>(
  'external-secrets.io/v1',
  'ExternalSecret',
) {}
export class SecretStore extends kind<Plain<ISecretStore>>('external-secrets.io/v1', 'SecretStore') {}
export class Password extends kind<Plain<IPassword>>('generators.external-secrets.io/v1alpha1', 'Password') {}

/** One key of a Secret and the remote property it is read from. */
export type ExternalSecretData = NonNullable<NonNullable<Plain<IExternalSecret>['spec']>['data']>[number];

/** Where a SecretStore asks, and how it signs in there. */
export type StoreProvider = NonNullable<Plain<ISecretStore>['spec']>['provider'];

import type { z } from 'zod';
import type { StoreProvider } from '../../imports/external-secrets.ts';
import type { SecretStoreName, Secrets } from '../../src/model/secrets.ts';

/** What secrets are called in a store. */
export interface RemoteNames {
  /** The whole of a name, with as much as may be around it: `^...$`. */
  readonly pattern: RegExp;
  /** The same in words: `the name of a secret: ...`. */
  readonly expected: string;
  /** The name of a secret below a prefix. */
  readonly below: (prefix: string, name: string) => string;
  /** What was most likely meant by a name that cannot be. */
  readonly nearest: (name: string) => string;
  /** What the names of an environment begin with, where nobody said. */
  readonly prefix: (platform: string, environment: string) => string;
}

/** A store of one namespace: where External Secrets asks, and who it is there. */
export interface RenderedStore {
  readonly provider: StoreProvider;
  /** Of the service account whose tokens it shows. */
  readonly accountAnnotations: Readonly<Record<string, string>> | undefined;
}

/** A store that secrets come from: what the input says of it. */
export interface SecretStoreChoice {
  readonly name: SecretStoreName;
  /** Keys of `secrets`. */
  readonly shape: z.ZodRawShape;
}

/** One that External Secrets reads. */
export interface RemoteStoreChoice<Store extends Secrets> extends SecretStoreChoice {
  readonly name: Store['store'];
  readonly names: RemoteNames;
  /** `account` is the service account in the namespace of the store. */
  readonly render: (secrets: Store, account: string, namespace: string) => RenderedStore;
}

/** An identity with `${namespace}` filled in. */
export function inNamespace(identity: string, namespace: string): string {
  return identity.replaceAll('${namespace}', namespace);
}

import type { NetworkRange } from './endpoint.ts';

/** What External Secrets reads again and again. `${namespace}` in an identity stands for the namespace of the store. */
interface RemoteStore {
  /** As External Secrets writes it: `1h0m0s`. */
  readonly refreshInterval: string;
}

/** AWS Secrets Manager, or Parameter Store of AWS Systems Manager. */
export interface AwsSecrets extends RemoteStore {
  readonly store: 'aws-secrets-manager' | 'aws-parameter-store';
  readonly region: string;
  /** IAM role that the stores assume. */
  readonly roleArn: string;
}

/** Google Secret Manager. */
export interface GoogleSecrets extends RemoteStore {
  readonly store: 'google-secret-manager';
  readonly project: string;
  /** E-mail of the IAM service account that the stores act as. */
  readonly serviceAccount: string;
  /** The cluster whose service accounts it trusts. */
  readonly cluster: { readonly project: string; readonly location: string; readonly name: string };
}

/** Azure Key Vault. */
export interface AzureSecrets extends RemoteStore {
  readonly store: 'azure-key-vault';
  readonly vaultUrl: string;
  readonly tenant: string;
  /** Client id of the managed identity that the stores act as. */
  readonly clientId: string;
}

/** HashiCorp Vault, or OpenBao: a KV engine of version 2. */
export interface VaultSecrets extends RemoteStore {
  readonly store: 'vault';
  /** `https://vault.example:8200`, no slash at the end. */
  readonly server: string;
  readonly port: number;
  readonly network: NetworkRange;
  /** Where the KV engine is mounted. */
  readonly path: string;
  /** Where the auth method `kubernetes` is mounted, and the role of it that the stores take. */
  readonly mount: string;
  readonly role: string;
  /** ConfigMap with the certificates of who signs for it; those that images know if undefined. */
  readonly authority?: { readonly configMap: string; readonly key: string } | undefined;
}

/** Secrets of Kubernetes that somebody else makes. */
export interface PlainSecrets {
  readonly store: 'kubernetes';
}

/** Where secrets come from. */
export type Secrets = AwsSecrets | GoogleSecrets | AzureSecrets | VaultSecrets | PlainSecrets;

/** Name of a store of secrets. */
export type SecretStoreName = Secrets['store'];

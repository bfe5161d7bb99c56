import type { z } from 'zod';
import type { CloudName, Cluster } from '../../src/model/cluster.ts';
import type { Identity } from '../../src/model/identity.ts';
import type { Refusal } from '../refusal.ts';

/** How pods come to be somebody in the cloud. */
export interface Binding {
  /** Of their ServiceAccount. */
  readonly account: Readonly<Record<string, string>>;
  /** Of the pods themselves; none where the account is enough. */
  readonly podLabels?: Readonly<Record<string, string>>;
  readonly podAnnotations?: Readonly<Record<string, string>>;
}

/** Where pods ask for credentials of their identity, over TLS. */
export interface TokenService {
  readonly name: string;
  readonly label: string;
  readonly host: string;
  readonly network: 'endpoints' | 'internet';
}

/** The same at addresses of their own node, which no host name leads to. */
export interface TokenAddress {
  readonly cidr: string;
  readonly ports: readonly number[];
}

/** A StorageClass of the platform's own. */
export interface Volumes {
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A cloud that clusters run in: what the input says of one there, and what differs there. */
export interface Cloud {
  readonly name: CloudName;
  /** Keys of `cluster` that a cluster there has, beside those every cluster has. */
  readonly shape: z.ZodRawShape;
  /** Those that any text may name, as `${cluster.region}`, and what stands in for one at fault. */
  readonly facts: Readonly<Record<string, string>>;
  /** What there is only elsewhere. */
  readonly refusals: readonly Refusal[];
  /** Addresses outside link-local where nodes learn what pods must not. */
  readonly metadata: readonly string[];
  /** Undefined where the cluster has to have one. */
  readonly volumes: Volumes | undefined;
}

/** One whose pods may be somebody there. */
export interface IdentifyingCloud<Who extends Identity, Where extends Cluster> extends Cloud {
  readonly bind: (identity: Who) => Binding;
  readonly tokenService: (cluster: Partial<Where>) => TokenService | undefined;
  readonly tokenAddresses: readonly TokenAddress[];
}

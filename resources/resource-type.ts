import type { OutsideProtocol } from '../src/model/endpoint.ts';
import type { Access } from '../src/model/resource.ts';
import type { CloudWatch } from './cloudwatch.ts';
import type { Watching } from './watching.ts';

/** An address a resource answers on. */
export interface EndpointType {
  readonly name: 'writer' | 'reader' | 'main';
  readonly port: number;
  readonly protocol: OutsideProtocol;
}

/** Part of a resource that configuration can refer to. `{username}` and `{password}` stand for the credentials. */
export type OutputType =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'property'; readonly property: string }
  | { readonly kind: 'template'; readonly text: string };

/** Parameters of a URL that say how clients know who answers; `{authority}` is the file with the certificates. */
export interface VerifyParameters {
  readonly authority: string;
  readonly known: string;
  readonly unverified: string;
}

/** What an environment can say of a resource that somebody else runs: the words of `external`. */
export type ExternalField =
  | 'arn'
  | 'authority'
  | 'host'
  | 'members'
  | 'name'
  | 'network'
  | 'port'
  | 'readerHost'
  | 'secret'
  | 'unverified'
  | 'url';

/** Everything that is particular about one type of resource. */
export interface ResourceType {
  /** All of them, as the title of a dashboard: `PostgreSQL`, `Queues`. */
  readonly title: string;
  /** One of them, in a sentence: `PostgreSQL database`, `queue`. */
  readonly one: string;
  readonly endpoints: readonly EndpointType[];
  /**
   * What can be asked for of it, and the endpoint that this leads to. Left out where it would change nothing: everybody
   * reaches one endpoint with one account, and a platform that says `read` would promise what nothing holds.
   */
  readonly accesses?: Readonly<Record<Access, EndpointType['name']>>;
  /** Where its addresses usually are. */
  readonly network: 'data' | 'endpoints' | 'internet';
  /** Fields of `external` that must be given, and those that may be. `secret` belongs to types with credentials. */
  readonly required: readonly ExternalField[];
  readonly optional: readonly ExternalField[];
  readonly needsDatabase: boolean;
  /**
   * Whether clients are told of further nodes once they are connected, and connect to them at other names or addresses:
   * those of replica sets always do, those of Redis Cluster, of OpenSearch with sniffing and Amazon's own of Aurora only if
   * they are set up so.
   */
  readonly members: 'always' | 'if-said' | 'never';
  /** Host of a service of AWS, from the region and the resource's own name. */
  readonly host?: string;
  /** How its URL says how clients know who answers. */
  readonly verify?: VerifyParameters;
  /** By name. `{verify}`, `{host}`, `{port}`, `{database}`, `{region}` and the fields of `external` are filled in. */
  readonly outputs: Readonly<Record<string, OutputType>>;
  /** How its own metrics are read, shown and judged; left out where nothing reads them. */
  readonly watching?: Watching;
  /** What CloudWatch knows of it; left out where that is nothing. */
  readonly cloudwatch?: CloudWatch;
}

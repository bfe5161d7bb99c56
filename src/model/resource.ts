import type { Endpoint } from './endpoint.ts';

/** What a service is let do with a resource, where its type can tell that apart. */
export type Access = 'read' | 'read-write';

/** Who signs certificates that images do not know: a ConfigMap of both namespaces, which others keep up to date. */
export interface Authority {
  readonly name: string;
  readonly configMap: string;
  /** Key of the ConfigMap with the certificates, PEM. */
  readonly key: string;
}

/** How clients know who answers. With neither, by the authorities that images know. */
export interface Trust {
  readonly authority?: Authority | undefined;
  /** Why they do not look, only encrypt. */
  readonly unverified?: string | undefined;
}

/** A remote secret with `username` and `password`, or the one of them that its type has. */
export interface RemoteCredentials {
  readonly kind: 'remote';
  readonly key: string;
}

/** Where an account comes from. A provider whose accounts are made in the cluster adds a member. */
export type Credentials = RemoteCredentials;

/** Something that services use and that the platform's owners do not write. */
export interface Resource {
  readonly name: string;
  /** Name of a folder of `resources/`: `postgres`, `bucket`. */
  readonly type: string;
  /** Name of a folder of `providers/`: how it comes to exist. */
  readonly provider: string;
  /** Where the platform says it: `15`. */
  readonly version?: string | undefined;
  /** Name of the database in it that services use; types without databases have none. */
  readonly database?: string | undefined;
  /** In the order of its type: `writer` and `reader`, or `main` alone. Never empty. */
  readonly endpoints: readonly Endpoint[];
  readonly trust: Trust;
  /** The account of services; undefined where its type has none. */
  readonly credentials: Credentials | undefined;
  /** As AWS calls it; undefined where CloudWatch has no metrics of it. */
  readonly cloudName?: string | undefined;
}

/** The endpoint that stands first: the writer, or the only one. */
export function mainEndpoint({ name, endpoints }: Resource): Endpoint {
  const [endpoint] = endpoints;
  if (!endpoint) throw new Error(`${name} has no endpoint: its provider gives it one`);
  return endpoint;
}

/** The endpoints at addresses of their own, sorted by label: a reader at the host of the writer is the same database. */
export function distinctEndpoints({ endpoints }: Resource): readonly Endpoint[] {
  const byAddress = new Map<string, Endpoint>();
  for (const endpoint of endpoints) {
    const address = `${endpoint.reach.host}:${endpoint.port}`;
    if (!byAddress.has(address)) byAddress.set(address, endpoint);
  }
  return [...byAddress.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
}

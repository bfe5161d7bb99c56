/** Protocols a sidecar tells apart on an outside port (Istio's names). */
export type OutsideProtocol = 'HTTP' | 'HTTPS' | 'TLS' | 'TCP';

/** Address ranges a packet may go to: `cidrs` less `except`. */
export interface NetworkRange {
  /** What the input calls it: `data`, `endpoints`; undefined for the internet. */
  readonly name?: string;
  readonly cidrs: readonly string[];
  readonly except: readonly string[];
}

/** A host that the input names, or a provider from the region and the resource's own name. */
export interface HostReach {
  readonly kind: 'host';
  /** Host name; `*.` at the front makes it a wildcard. */
  readonly host: string;
  readonly network: NetworkRange;
  /** Ranges in which clients find further nodes by themselves, as those of replica sets and Redis Cluster do; none where the host is all. */
  readonly nodeRanges?: readonly string[] | undefined;
}

/** Where packets to an endpoint go, by what is known of it. A provider that knows it otherwise adds a member. */
export type Reach = HostReach;

/** One port outside the mesh that an edge reaches. */
export interface Endpoint {
  /** Which one of its resource it is: `writer`, `reader`, or `main` where it has only one. */
  readonly name: string;
  /** What is there, in words of the platform and the same in every environment: `postgres-writer`, `sqs`. */
  readonly label: string;
  readonly port: number;
  readonly protocol: OutsideProtocol;
  readonly reach: Reach;
}

/** Protocols a sidecar tells apart on an outside port (Istio's names). */
export type OutsideProtocol = 'HTTP' | 'HTTPS' | 'TLS' | 'TCP';

/** What a service may do with a resource. Which of these a resource type knows is in `config/resource-types.ts`. */
export type Access = 'read' | 'write' | 'read-write' | 'publish' | 'consume' | 'send';

/** A named port of a service. `number` is both the Service's port and the container's. */
export interface Port {
  readonly name: string;
  readonly number: number;
  /** Kubernetes `appProtocol`: what Istio speaks on it. */
  readonly appProtocol: string;
}

/** Address ranges a packet may go to: `cidrs` less `except`. */
export interface NetworkRange {
  /** What the input calls it: `data`, `endpoints`; undefined for the internet. */
  readonly name?: string;
  readonly cidrs: readonly string[];
  readonly except: readonly string[];
}

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

/** One host and port outside the mesh that an edge reaches. */
export interface Endpoint {
  /** What is there, in words of the platform and the same in every environment: `postgres-writer`, `sqs`. */
  readonly label: string;
  /** Host name; `*.` at the front makes it a wildcard. */
  readonly host: string;
  readonly port: number;
  readonly protocol: OutsideProtocol;
  readonly network: NetworkRange;
  /** Where it is a data store. */
  readonly trust?: Trust | undefined;
  /** What answers there, where the platform says its version: `postgres 15`. */
  readonly product?: string | undefined;
  /** Ranges in which clients find further nodes by themselves, as those of replica sets and Redis Cluster do; none where the host is all. */
  readonly nodeRanges?: readonly string[] | undefined;
}

/** An edge from one service to another. Durations are written as Istio reads them (`2s`, `300ms`). */
export interface ServiceDependency {
  readonly to: 'service';
  readonly name: string;
  readonly port: Port;
  readonly timeout: string | undefined;
  /** Further attempts after the first; undefined leaves Istio's default of two on connection failures. */
  readonly retries: number | undefined;
  readonly perTryTimeout: string | undefined;
  /** A repeated request does no harm, so failures after the request was sent are retried too. */
  readonly idempotent: boolean;
}

/** An edge from a service to a resource or an external host. */
export interface OutsideDependency {
  readonly to: 'resource' | 'external';
  readonly name: string;
  readonly access: Access | undefined;
  readonly endpoints: readonly Endpoint[];
}

/** One edge of the dependency graph, seen from the service that calls. */
export type Dependency = ServiceDependency | OutsideDependency;

/** The other end of a ServiceDependency, seen from the service that is called. */
export interface Caller {
  readonly service: string;
  readonly edge: ServiceDependency;
}

/** A host outside the mesh with every port any service reaches on it. */
export interface OutsideHost {
  /** The first of the labels of what is there, so that it has one name wherever the host itself has many. */
  readonly name: string;
  readonly host: string;
  readonly ports: readonly { readonly number: number; readonly protocol: OutsideProtocol }[];
  /** What answers there, where the platform says its version: `postgres 15`. */
  readonly product?: string | undefined;
  /** Ranges in which its nodes answer beside the host itself. */
  readonly nodeRanges?: readonly string[] | undefined;
}

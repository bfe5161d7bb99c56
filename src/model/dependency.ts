import type { Endpoint, OutsideProtocol } from './endpoint.ts';
import type { Access, Resource } from './resource.ts';

/** A named port of a service. `number` is both the Service's port and the container's. */
export interface Port {
  readonly name: string;
  readonly number: number;
  /** Kubernetes `appProtocol`: what Istio speaks on it. */
  readonly appProtocol: string;
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

/** An edge from a service to a resource. */
export interface ResourceDependency {
  readonly to: 'resource';
  readonly name: string;
  readonly resource: Resource;
  /** Undefined where all who use the resource may do the same: what that is, is up to their account or role. */
  readonly access: Access | undefined;
  /** The one of the resource's that the access leads to. */
  readonly endpoint: Endpoint;
}

/** An edge from a service to a host that nothing else is known of. */
export interface ExternalDependency {
  readonly to: 'external';
  readonly name: string;
  readonly endpoint: Endpoint;
}

/** An edge that leaves the mesh. */
export type OutsideDependency = ResourceDependency | ExternalDependency;

/** One edge of the dependency graph, seen from the service that calls. */
export type Dependency = ServiceDependency | OutsideDependency;

/** The edges that leave the mesh, in their order. */
export function outsideOf(dependencies: readonly Dependency[]): readonly OutsideDependency[] {
  return dependencies.filter((dependency) => dependency.to !== 'service');
}

/** The resources that edges lead to, in their order. */
export function resourcesOf(dependencies: readonly Dependency[]): readonly Resource[] {
  return dependencies.flatMap((dependency) => (dependency.to === 'resource' ? dependency.resource : []));
}

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
  /** What answers there; undefined where no resource says so. Of several that share the host, the first. */
  readonly resource?: Resource | undefined;
  /** Ranges in which its nodes answer beside the host itself. */
  readonly nodeRanges?: readonly string[] | undefined;
}

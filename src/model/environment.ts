import type { AccessGroups, Emergency } from './access.ts';
import type { Backups } from './backups.ts';
import type { Severity } from './check.ts';
import type { Cluster } from './cluster.ts';
import type { Delivery } from './delivery.ts';
import type { OutsideHost } from './dependency.ts';
import type { Exception } from './finding.ts';
import type { Mesh } from './mesh.ts';
import type { Observability } from './observability.ts';
import type { MaintenanceWindow, Prometheus } from './operation.ts';
import type { OwnFile } from './own-file.ts';
import type { Patch } from './patch.ts';
import type { Preview, Previews } from './previews.ts';
import type { Resource } from './resource.ts';
import type { Secrets } from './secrets.ts';
import type { Expose, Service } from './service.ts';
import type { Ingress } from './way-in.ts';

/** Address ranges of an environment outside the cluster, sorted; empty where the input names none. */
export interface Network {
  /** Subnets of databases and caches. */
  readonly data: readonly string[];
  /** Subnets of VPC interface endpoints. */
  readonly endpoints: readonly string[];
}

/** Namespaces of a platform, by what they are for. */
export interface Namespaces {
  readonly services: string;
  readonly monitoring: string;
  /** Of the operator; undefined where it is not the platform's. */
  readonly externalSecrets: string | undefined;
  /** Named by the platform, whether or not the environment has such pods; undefined where nobody named it. */
  readonly nodeAgents: string | undefined;
}

/** Hard limits of a namespace, canonical quantities. */
export interface Quota {
  readonly requestsCpu: string;
  readonly requestsMemory: string;
  readonly limitsMemory: string;
  readonly pods: number;
  /** PersistentVolumeClaims and the storage they ask for together. */
  readonly persistentVolumeClaims: number;
  readonly requestsStorage: string;
}

/** A namespace this platform owns. */
export interface Namespace {
  readonly name: string;
  /** Sidecars are injected into its pods. */
  readonly injected: boolean;
  /** Pod security standard that it enforces: privileged only where pods have to look at their nodes. */
  readonly podSecurity: 'restricted' | 'privileged';
  readonly quota: Quota;
}

/** A PriorityClass, cluster-wide, so its name starts with the platform's. */
export interface Priority {
  readonly className: string;
  readonly value: number;
  readonly description: string;
}

/** A token issuer whose JWTs are accepted at the edge. */
export interface JwtIssuer {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audiences: readonly string[];
}

/** One public host and what its paths lead to, longest path first. */
export interface PublicHost {
  /** First label: `api`. */
  readonly name: string;
  /** Fully qualified: `api.example.com`. */
  readonly host: string;
  readonly routes: readonly PublicRoute[];
}

/** A path of a public host. */
export interface PublicRoute {
  readonly path: string;
  readonly service: Service;
  readonly expose: Expose;
  /** Leads to the version that is to take over, not to the one that serves. */
  readonly isPreview?: boolean | undefined;
}

/** What the checks are told by the input. */
export interface Checking {
  /** Sorted by name. */
  readonly exceptions: readonly Exception[];
  /** Severities that differ from those of the checks, by check. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Where images may come from: `registry`, the services' own repositories, `registries` and the `toolbox`, sorted. */
  readonly registries: readonly string[];
  /** ConfigMaps that others keep in the namespaces of the platform, sorted. */
  readonly configMaps: readonly string[];
  /** Files and folders of CRDs, relative to the platform's folder, `/` between segments and none at the end. */
  readonly crds: readonly string[];
}

/** A platform in one place where it runs: plain data, every default filled in, every reference resolved. */
export interface Environment {
  readonly platform: string;
  readonly name: string;
  readonly owner: string;
  /** Labels that every object carries, keys sorted. */
  readonly tags: Readonly<Record<string, string>>;
  readonly domain: string;
  readonly cluster: Cluster;
  readonly network: Network;
  readonly namespaces: Namespaces;
  /** Each of `namespaces` with its quota and what it admits, in the order services, monitoring, external secrets, node agents where there are any. */
  readonly ownedNamespaces: readonly Namespace[];
  readonly priorities: readonly Priority[];
  /** Name of the StorageClass it brings; undefined where its volumes are of the cluster's, or there are none. */
  readonly ownStorageClass?: string | undefined;
  /** Undefined without one. */
  readonly mesh: Mesh | undefined;
  readonly jwt: JwtIssuer | undefined;
  readonly ingress: Ingress | undefined;
  readonly secrets: Secrets;
  readonly prometheus?: Prometheus | undefined;
  readonly maintenance?: MaintenanceWindow | undefined;
  readonly delivery?: Delivery | undefined;
  /** The previews it has. */
  readonly previews?: Previews | undefined;
  readonly backups?: Backups | undefined;
  /** What watches it; undefined where somebody else does. */
  readonly observability?: Observability | undefined;
  /** Set where the environment is a preview itself. */
  readonly preview?: Preview | undefined;
  readonly access: AccessGroups;
  /** Declared for the time being. */
  readonly emergency?: Emergency | undefined;
  /** Sorted by name. */
  readonly services: readonly Service[];
  /** Sorted by name: also those that no service uses. */
  readonly resources: readonly Resource[];
  /** Sorted by name: one for every host any service has an edge to. */
  readonly outsideHosts: readonly OutsideHost[];
  /** Sorted by host. */
  readonly publicHosts: readonly PublicHost[];
  /** Objects of the user's own, sorted by the names of their files. */
  readonly ownFiles: readonly OwnFile[];
  /** Sorted by name. */
  readonly patches: readonly Patch[];
  readonly checking: Checking;
}

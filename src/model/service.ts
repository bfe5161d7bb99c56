import type { Caller, Dependency, Port } from './dependency.ts';
import type { Identity } from './identity.ts';
import type { Slo } from './observability.ts';
import type { ProcessIdentity, ServiceFile, Toleration } from './pod.ts';
import type { Release } from './release.ts';
import type { AntiAffinity, DisruptionBudget, Scaling } from './scaling.ts';
import type { CircuitBreaker, Cors, LoadBalancer, RateLimit, RouteProbe, Zones } from './traffic.ts';

/** How a service runs. See the vocabulary in docs/architecture.md. */
export type ServiceKind = 'web' | 'worker' | 'cron' | 'task' | 'stateful';

/** A container image: by digest where one is given, else by tag. */
export interface Image {
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Compute resources of one container, as canonical Kubernetes quantities (`250m`, `256Mi`). */
export interface ContainerResources {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly cpu: string | undefined; readonly memory: string };
}

/** What a probe asks: an HTTP path, gRPC health, an open TCP port, or a command's exit code. */
export type ProbeAction =
  | { readonly type: 'http'; readonly path: string }
  | { readonly type: 'grpc' }
  | { readonly type: 'tcp' }
  | { readonly type: 'exec'; readonly command: readonly string[] };

/** Probes of a container; all but exec ask the one port. */
export interface Health {
  readonly port: Port | undefined;
  readonly startup: ProbeAction | undefined;
  readonly liveness: ProbeAction | undefined;
  readonly readiness: ProbeAction | undefined;
  /** How long a start may take before the container is restarted. */
  readonly startupSeconds: number;
}

/** An environment variable that comes from a key of the service's own Secret. */
export interface SecretVariable {
  readonly variable: string;
  readonly key: string;
}

/** A file in /etc/secrets with a key of the service's own Secret. */
export interface SecretFile {
  readonly file: string;
  readonly key: string;
}

/** One key of a service's Secret: a property of a remote secret, or a text built from several (ESO template v2). */
export type SecretKey =
  | { readonly key: string; readonly from: 'property'; readonly remoteKey: string; readonly property: string }
  | {
      readonly key: string;
      readonly from: 'template';
      /** Go template over the names in `inputs`. */
      readonly template: string;
      readonly inputs: readonly {
        readonly name: string;
        readonly remoteKey: string;
        readonly property: string;
      }[];
    };

/** Where a service can be reached from outside the cluster. */
export interface Expose {
  /** First label of the public host; the environment's domain follows. */
  readonly host: string;
  readonly paths: readonly string[];
  readonly auth: 'jwt' | 'none';
  readonly port: Port;
  readonly timeout: string | undefined;
  readonly cors: Cors | undefined;
  /** How it is asked from outside whether it works; undefined where that follows from the rest. */
  readonly probe?: RouteProbe | undefined;
}

/** Another version of a service that runs beside it and gets part of its traffic. */
export interface Variant {
  readonly name: string;
  readonly image: Image;
  /** Percent of the requests, up to all of them; zero for a variant chosen by headers. */
  readonly weight: number;
  /** Exact header values that choose this variant; empty for one chosen by weight. */
  readonly headers: Readonly<Record<string, string>>;
  readonly scaling: Scaling;
}

/** When and how a cron service runs. Times in seconds. */
export interface Schedule {
  readonly cron: string;
  readonly timeZone: string;
  readonly concurrencyPolicy: 'Allow' | 'Forbid' | 'Replace';
  readonly startingDeadlineSeconds: number;
}

/** Bounds of a run that ends: of a cron, a task or a migration. */
export interface JobLimits {
  readonly backoffLimit: number;
  readonly activeDeadlineSeconds: number;
}

/** A command of the service's image that runs once before each release. */
export interface Migration extends JobLimits {
  readonly command: readonly string[];
}

/** The volume each pod of a stateful service keeps. */
export interface Volume {
  readonly size: string;
  readonly mountPath: string;
  readonly storageClass: string;
}

/** Graceful stop: wait `drainSeconds` for routes to move away, then `graceSeconds` in all until the kill. */
export interface Stop {
  readonly drainSeconds: number;
  readonly graceSeconds: number;
}

/** A service with every default filled in and every dependency resolved to both ends. */
export interface Service {
  readonly name: string;
  readonly kind: ServiceKind;
  readonly summary: string;
  readonly image: Image;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly ports: readonly Port[];
  readonly health: Health;
  readonly resources: ContainerResources;
  /** Resources of the injected sidecar; equal requests and limits where the pod is Guaranteed. Undefined without a mesh. */
  readonly proxyResources: ContainerResources | undefined;
  /** Zero pods for kinds that are not kept running (cron, task). */
  readonly scaling: Scaling;
  readonly disruption: DisruptionBudget;
  readonly antiAffinity?: AntiAffinity | undefined;
  /** Labels that its nodes must have, keys sorted; any node where there are none. */
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly Toleration[];
  /** Undefined where any user without rights will do. */
  readonly runsAs?: ProcessIdentity | undefined;
  /** Name of a PriorityClass. */
  readonly priorityClass: string;
  /** Literal configuration: the data of the service's ConfigMap, keys sorted. */
  readonly config: Readonly<Record<string, string>>;
  /** Sorted by variable. */
  readonly secretVariables: readonly SecretVariable[];
  /** Sorted by file. */
  readonly secretFiles: readonly SecretFile[];
  /** Keys of the service's Secret; empty when it has none. */
  readonly secretKeys: readonly SecretKey[];
  readonly dependencies: readonly Dependency[];
  readonly callers: readonly Caller[];
  readonly expose: Expose | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly loadBalancer: LoadBalancer;
  readonly zones: Zones;
  readonly circuitBreaker: CircuitBreaker;
  readonly variants: readonly Variant[];
  /** Undefined replaces pod by pod, as Kubernetes does itself. */
  readonly release?: Release | undefined;
  readonly stop: Stop;
  /** What it promises; undefined promises nothing. */
  readonly slo?: Slo | undefined;
  /** Sorted by path. */
  readonly files: readonly ServiceFile[];
  /** Absolute paths that get an empty writable volume besides /tmp. */
  readonly writablePaths: readonly string[];
  readonly volume: Volume | undefined;
  readonly schedule: Schedule | undefined;
  /** Bounds of a cron's or task's run. */
  readonly job: JobLimits;
  readonly migrate: Migration | undefined;
  /** Who its pods are in the cloud; undefined where they are nobody there. */
  readonly identity: Identity | undefined;
}

import type { ExternalSecretData } from '../../imports/external-secrets.ts';
import type {
  EnvVar,
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  PodSpec,
  PolicyRule,
  Probe,
} from '../../imports/kubernetes.ts';
import type { Identity } from '../../src/model/identity.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { ContainerResources } from '../../src/model/service.ts';
import type { Account } from '../names.ts';
import type { SecretTemplate } from '../secrets/add-secret.ts';

/** A port of a component. Components outside the mesh need no protocol. */
export interface ComponentPort {
  readonly name: string;
  readonly number: number;
  /** What the mesh speaks on it: `http`, `grpc`; for components in the mesh. */
  readonly appProtocol?: string;
  /** TCP if left out. */
  readonly protocol?: 'UDP';
}

/** Files that a component reads, from a ConfigMap of their own. */
export interface ConfigFiles {
  /** Name of the ConfigMap. */
  readonly name: string;
  /** Name of the volume; that of the ConfigMap if left out. */
  readonly volume?: string;
  readonly mountPath: string;
  /** Text by file name. Empty where another function makes the ConfigMap. */
  readonly files: Readonly<Record<string, string>>;
  /** A change restarts the pods, as the program reads them once; false where it looks again by itself. */
  readonly restarts: boolean;
}

/** Files of many ConfigMaps that another function makes, in one directory. A change does not restart the pods. */
export interface ConfigCollection {
  /** Name of the volume. */
  readonly name: string;
  readonly mountPath: string;
  readonly configMaps: readonly string[];
}

/** A directory of the node, for components in the namespace of node agents. */
export interface HostPath {
  readonly name: string;
  readonly path: string;
  readonly mountPath: string;
}

/** Who may call a component in the mesh, and the ports they may call. */
export interface MeshCaller {
  readonly accounts: readonly Account[];
  readonly ports: readonly number[];
}

/** What runs pods and is no service of the platform's: a database, a job, what watches it. What is not said here it does not get. */
export type Component = RunningComponent | ScheduledComponent;

/** What pods of every kind have. */
interface Pods {
  /** Name of its objects, and `app.kubernetes.io/name` of its pods. */
  readonly name: string;
  /** What it is for, as `app.kubernetes.io/component`: `metrics`, `drill`. */
  readonly purpose: string;
  readonly namespace: string;
  readonly image: string;
  /** Name of the container; that of the component if left out. */
  readonly container?: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly EnvVar[];
  readonly resources: ContainerResources;
  /** Name of a PriorityClass; the cluster's default if left out. */
  readonly priorityClass?: string | undefined;
  readonly config?: readonly ConfigFiles[];
  readonly collections?: readonly ConfigCollection[];
  /** Values of the Secret of the component's name, each a file in `mountPath`; `template` builds files from several. */
  readonly secret?: {
    /** Left out where the program takes them from variables. */
    readonly mountPath?: string;
    /** Name of the volume; `secret` if left out. */
    readonly volume?: string;
    /** A change restarts the pods, through Reloader, as the program reads them once. */
    readonly restarts?: boolean;
    /** Its keys, where another function has the Secret made; `data` is empty then. */
    readonly keys?: readonly string[];
    readonly data: readonly ExternalSecretData[];
    readonly template?: SecretTemplate;
  };
  /** The resources it reads: certificates of the authorities it verifies with are mounted, or it says why it does not. */
  readonly reads?: readonly Resource[];
  /** Directories besides /tmp that it writes to and that may be lost, with the size each may have. */
  readonly scratch?: Readonly<Record<string, string>>;
  readonly hostPaths?: readonly HostPath[];
  /** Where it differs from the security context of every other pod; needs an exception in the input. */
  readonly security?: PodSpec['securityContext'];
  readonly tolerations?: PodSpec['tolerations'];
  /** Rights on the whole cluster, and in its own namespace. With any, its token is mounted. */
  readonly clusterRights?: readonly PolicyRule[];
  readonly rights?: readonly PolicyRule[];
  /** Rights in other namespaces, by their names. */
  readonly rightsIn?: ReadonlyMap<string, readonly PolicyRule[]>;
  /** Who it is in the cloud, through its ServiceAccount alone. */
  readonly identity?: Identity | undefined;
  /** Who may connect, and where it may connect to; DNS is added, and istiod in the mesh. */
  readonly ingress: readonly NetworkPolicyIngressRule[];
  readonly egress: readonly NetworkPolicyEgressRule[];
}

/** A component whose pods keep running. */
export interface RunningComponent extends Pods {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  /** One if left out; two and more get a PodDisruptionBudget and are spread over zones and nodes. */
  readonly replicas?: number;
  readonly ports: readonly ComponentPort[];
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly startupProbe?: Probe;
  /** What each pod of a StatefulSet keeps. */
  readonly volume?: {
    readonly size: string;
    readonly storageClass?: string | undefined;
    readonly mountPath: string;
  };
  /** `terminationGracePeriodSeconds`; 30 if left out. */
  readonly graceSeconds?: number;
  /** Where its own metrics are; its sidecar, if it has one, offers them beside its own. */
  readonly metrics?: { readonly port: number; readonly path: string };
  /** In the mesh, where there is one: mutual TLS, and only these callers. Undefined: outside of it, kept by NetworkPolicy alone. */
  readonly mesh?: { readonly callers: readonly MeshCaller[] } | undefined;
}

/** A component whose pods come on a schedule and end. They are outside the mesh: a sidecar could keep them from ending. */
export interface ScheduledComponent extends Pods {
  readonly kind: 'CronJob';
  /** Five fields, UTC. */
  readonly schedule: string;
  /** How late a run may start before it is left out. */
  readonly startingDeadlineSeconds: number;
  readonly timeoutSeconds: number;
  /** Further attempts after a failed one. */
  readonly retries: number;
}

import type { ExternalSecretData } from '../../imports/external-secrets.ts';
import type {
  EnvVar,
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  PodSpec,
  PolicyRule,
  Probe,
} from '../../imports/kubernetes.ts';
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

/** A program that watches the platform, and everything it may do. What is not said here it does not get. */
export interface Component {
  /** Name of its objects, and `app.kubernetes.io/name` of its pods; one for each program, or of its target. */
  readonly name: string;
  /** Which program: the image comes from `observability.images`. */
  readonly program: string;
  /** What it is for, as `app.kubernetes.io/component`: `metrics`, `tracing`. */
  readonly purpose: string;
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  /** The monitoring namespace if left out. */
  readonly namespace?: string;
  /** Nobody is told of anything without it: it stands above the services. Agents of nodes do anyway. */
  readonly isPaging?: boolean;
  /** One if left out; two and more get a PodDisruptionBudget and are spread over zones and nodes. */
  readonly replicas?: number;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly EnvVar[];
  readonly ports: readonly ComponentPort[];
  readonly resources: ContainerResources;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly startupProbe?: Probe;
  readonly config?: readonly ConfigFiles[];
  readonly collections?: readonly ConfigCollection[];
  /** Values of the Secret of the component's name, each a file in `mountPath`; `template` builds files from several. */
  readonly secret?: {
    /** Left out where the program takes them from variables. */
    readonly mountPath?: string;
    /** A change restarts the pods, through Reloader, as the program reads them once. */
    readonly restarts?: boolean;
    /** Empty where another function makes the Secret. */
    readonly data: readonly ExternalSecretData[];
    readonly template?: SecretTemplate;
  };
  /** The resources it reads: certificates of the authorities it verifies with are mounted, or it says why it does not. */
  readonly reads?: readonly Resource[];
  /** What each pod of a StatefulSet keeps. */
  readonly volume?: {
    readonly size: string;
    readonly storageClass?: string | undefined;
    readonly mountPath: string;
  };
  /** Directories besides /tmp that it writes to and that may be lost, with the size each may have. */
  readonly scratch?: Readonly<Record<string, string>>;
  readonly hostPaths?: readonly HostPath[];
  /** Where it differs from the security context of every other pod; needs an exception in the input. */
  readonly security?: PodSpec['securityContext'];
  readonly tolerations?: PodSpec['tolerations'];
  /** `terminationGracePeriodSeconds`; 30 if left out. */
  readonly graceSeconds?: number;
  /** Rights on the whole cluster, and in its own namespace. With any, its token is mounted. */
  readonly clusterRights?: readonly PolicyRule[];
  readonly rights?: readonly PolicyRule[];
  /** IAM role of its ServiceAccount. */
  readonly roleArn?: string | undefined;
  /** Where its own metrics are: Prometheus finds the pod by it. */
  readonly metrics?: { readonly port: number; readonly path: string };
  /** In the mesh, where there is one: mutual TLS, and only these callers. Undefined: outside of it, kept by NetworkPolicy alone. */
  readonly mesh?: { readonly callers: readonly MeshCaller[] };
  /** Who may connect, and where it may connect to; DNS, istiod and the scrapes of Prometheus are added. */
  readonly ingress: readonly NetworkPolicyIngressRule[];
  readonly egress: readonly NetworkPolicyEgressRule[];
}

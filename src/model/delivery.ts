/** When syncs may run: on those days of the week, from one time to another. */
export interface ReleaseWindow {
  /** What the platform calls it. */
  readonly name: string;
  /** Days of the week, in English: `Tuesday`; in the order of the week. */
  readonly days: readonly string[];
  /** `09:00` to `15:00`; a window that ends before it starts goes over midnight. */
  readonly from: string;
  readonly to: string;
  /** IANA time zone. */
  readonly timeZone: string;
}

/** The add-ons that Charthouse knows, in the order a cluster takes them. */
export const ADD_ONS = [
  'cert-manager',
  'metrics-server',
  'istio-base',
  'istiod',
  'istio-cni',
  'istio-gateway',
  'external-secrets',
  'aws-load-balancer-controller',
  'external-dns',
  'keda',
  'argo-rollouts',
  'reloader',
  'velero',
] as const;

/** Name of an add-on. */
export type AddOnName = (typeof ADD_ONS)[number];

/** The minor version of Kubernetes that the pinned version of an add-on needs at least, where that is above 28. */
export const OLDEST_KUBERNETES: Readonly<Partial<Record<AddOnName, number>>> = {
  // Istio 1.30 is supported on Kubernetes 1.32 to 1.36 (istio.io, supported releases).
  'istio-base': 32,
  istiod: 32,
  'istio-cni': 32,
  'istio-gateway': 32,
};

/** What a platform says of one add-on. */
export interface AddOnChoice {
  /** The cluster has it already, from elsewhere. */
  readonly isProvided: boolean;
  /** Another version of its chart than the pinned one. */
  readonly version: string | undefined;
  /** IAM role of its service account; undefined with EKS Pod Identity, and where it needs none. */
  readonly roleArn: string | undefined;
  /** Values of its chart, laid over those that Charthouse gives. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** How Argo CD brings an environment into its cluster. */
export interface Delivery {
  /** Git repository that holds the rendered folders. */
  readonly repository: string;
  /** Branch, tag or commit that the environment follows. */
  readonly revision: string;
  /** Folder of the repository with `manifests/` and `argocd/` in it. */
  readonly path: string;
  readonly argocd: {
    /** Namespace of Argo CD on its own cluster. */
    readonly namespace: string;
    /** Branch that the Argo CD objects themselves are read from. */
    readonly revision: string;
  };
  /** Every commit is synced; otherwise a person starts each sync. */
  readonly isAutomated: boolean;
  readonly notifications: {
    /** Slack channel, without `#`. */
    readonly slack: string | undefined;
    /** Mail addresses, sorted. */
    readonly email: readonly string[];
  };
  /** Sorted by name; with none, syncs may run at any time. */
  readonly releaseWindows: readonly ReleaseWindow[];
  /** Whether Argo CD brings what the rendered objects need too, and with which changes; undefined if it does not. */
  readonly addOns: Readonly<Partial<Record<AddOnName, AddOnChoice>>> | undefined;
}

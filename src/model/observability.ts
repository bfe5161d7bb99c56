import type { Alerting, AlertSeverity } from './alerting.ts';
import type { ContainerResources } from './service.ts';
import type { CloudResource, Logs, Tracing, WatchedResource } from './watched.ts';

/**
 * The parts of what watches a platform. metrics: Prometheus, Alertmanager and kube-state-metrics; dashboards: Grafana;
 * nodes: node-exporter; uptime: probes of public hosts; resources: exporters of databases and caches; cloud: CloudWatch;
 * tracing: OpenTelemetry Collector and Jaeger; logs: an agent on each node; mesh: Kiali.
 */
export const PARTS = [
  'metrics',
  'dashboards',
  'nodes',
  'uptime',
  'resources',
  'cloud',
  'tracing',
  'logs',
  'mesh',
] as const;

/** One of the parts. */
export type Part = (typeof PARTS)[number];

/** What a cluster has beside what is rendered and that is watched as well: add-ons, Argo CD, DNS. Sorted. */
export const WATCHED_ADD_ONS = [
  'argo-cd',
  'argo-rollouts',
  'aws-load-balancer-controller',
  'cert-manager',
  'coredns',
  'external-dns',
  'external-secrets',
  'karpenter',
  'keda',
  'reloader',
  'velero',
] as const;

/** One of them. */
export type WatchedAddOnName = (typeof WATCHED_ADD_ONS)[number];

/** An add-on that an environment relies on, and where its pods are. */
export interface WatchedAddOn {
  readonly name: WatchedAddOnName;
  readonly namespace: string;
}

/** Who may use Grafana, by an OpenID Connect provider. */
export interface GrafanaLogin {
  readonly clientId: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly apiUrl: string;
  /** JMESPath over the claims that gives the groups of who signs in, as a list. */
  readonly groupsPath: string;
  /** Groups that become Editor, and those that become Viewer; nobody else gets in. One of the two has some. */
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
}

/** The account whose numbers are read, and the IAM role that may. */
export interface CloudWatch {
  readonly roleArn: string;
  readonly region: string;
  readonly account: string;
}

/** A number that a business goes by. */
export interface Kpi {
  readonly name: string;
  readonly summary: string;
  /** PromQL that gives one number, or one for each label. */
  readonly query: string;
  /** Unit as Grafana writes it: `short`, `reqps`, `percent`, `currencyUSD`. */
  readonly unit: string;
  /** The service it belongs to; undefined for the platform as a whole. */
  readonly service: string | undefined;
  readonly alert:
    | {
        readonly comparison: '<' | '>';
        readonly bound: number;
        /** As Prometheus reads it: `10m`. */
        readonly for: string;
        readonly severity: AlertSeverity;
      }
    | undefined;
}

/** What watches an environment, every default filled in. */
export interface Observability {
  /** standalone: Charthouse renders Prometheus and Alertmanager; operator: the cluster's Prometheus operator has them. */
  readonly mode: 'standalone' | 'operator';
  readonly parts: Readonly<Record<Part, boolean>>;
  /** Namespace of the operator's Prometheus, which is let in to read metrics; undefined in mode standalone. */
  readonly operatorNamespace: string | undefined;
  /** Labels that the operator's Prometheus selects rules and monitors by; empty in mode standalone. */
  readonly operatorLabels: Readonly<Record<string, string>>;
  /** Namespace of the pods that look at their nodes, which restricted namespaces do not admit; undefined without any. */
  readonly nodeAgents: string | undefined;
  /** PriorityClass of its pods, but for those below. */
  readonly priorityClass: string;
  /** Classes above all others of the platform: of what alerts depend on, and of agents, which cannot go elsewhere. */
  readonly classes: { readonly alerting: string; readonly agents: string };
  readonly prometheus: {
    readonly retentionDays: number;
    /** Size of the volume of each replica, canonical. */
    readonly storage: string;
    readonly storageClass: string;
    readonly replicas: number;
    readonly resources: ContainerResources;
  };
  /** Days that error budgets are counted over; less than the retention, so that all of them are there to be counted. */
  readonly sloDays: number;
  readonly alerting: Alerting;
  readonly grafana: {
    /** Where people find it: `https://grafana.example.com`, or inside the cluster. No slash at the end. */
    readonly url: string;
    /** First label of its public host; undefined where it is not exposed. */
    readonly host: string | undefined;
    readonly login: GrafanaLogin | undefined;
    /**
     * Remote secret with `admin-password`, `secret-key`, `oidc-client-secret` where there is a login, and where there are logs
     * `opensearch-username` and `opensearch-password` of an account that may only read them.
     */
    readonly secret: string;
  };
  readonly tracing: Tracing;
  /** Undefined without the part `logs`. */
  readonly logs: Logs | undefined;
  /** Add-ons that are watched, sorted by name. */
  readonly addOns: readonly WatchedAddOn[];
  /** Who reads CloudWatch, and where; undefined without the part `cloud`. */
  readonly cloudWatch: CloudWatch | undefined;
  /** Sorted by name. */
  readonly resources: readonly WatchedResource[];
  /** Sorted by name. */
  readonly cloudResources: readonly CloudResource[];
  /** Sorted by name. */
  readonly kpis: readonly Kpi[];
  /** Where runbooks are read: `https://.../docs/runbooks/shop`. No slash at the end. */
  readonly runbooks: string;
  /** Image with sh, curl and jq, for the jobs that set how long stores keep things; undefined without a store. */
  readonly toolbox: string | undefined;
  /** Image of each program that is run to watch a platform, with tag or digest, by name. */
  readonly images: Readonly<Record<string, string>>;
}

/** What a service promises. */
export interface Slo {
  /** Percent of the requests that succeed: 99.9; at most three decimals. */
  readonly availability: number | undefined;
  /** Percent of the requests that are answered within a bound of Istio's buckets. */
  readonly latency: { readonly percentile: number; readonly milliseconds: number } | undefined;
}

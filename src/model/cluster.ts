/** What is true of a cluster wherever it runs. */
interface CommonCluster {
  readonly name: string;
  /** Where nodes are, as the cloud names it within the region: letters, numbers; none where nobody said. */
  readonly zones: readonly string[];
  /** Minor version of Kubernetes: 33 for "1.33". */
  readonly kubernetesMinor: number;
  /** NodeLocal DNSCache answers on 169.254.20.10. */
  readonly nodeLocalDns: boolean;
}

/** A cluster of EKS. */
export interface AwsCluster extends CommonCluster {
  readonly cloud: 'aws';
  readonly region: string;
  /** Account id, twelve digits. */
  readonly account: string;
  /** `vpc-...`, for what cannot ask its node. */
  readonly vpcId?: string | undefined;
}

/** A cluster of GKE. */
export interface GcpCluster extends CommonCluster {
  readonly cloud: 'gcp';
  readonly region: string;
  /** Project id. */
  readonly project: string;
  /** Where the control plane is: the region, or one of its zones. */
  readonly location: string;
}

/** A cluster of AKS. */
export interface AzureCluster extends CommonCluster {
  readonly cloud: 'azure';
  readonly region: string;
  readonly subscription: string;
  readonly tenant: string;
}

/** A cluster on machines of one's own, or of a provider that Charthouse needs to know nothing of. */
export interface PlainCluster extends CommonCluster {
  readonly cloud: 'none';
}

/** Facts of the cluster an environment runs in. */
export type Cluster = AwsCluster | GcpCluster | AzureCluster | PlainCluster;

/** Name of a cloud. */
export type CloudName = Cluster['cloud'];

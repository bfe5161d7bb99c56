/** Who a pod is to the cloud its cluster is in. */
export type Identity = AwsIdentity | GoogleIdentity | AzureIdentity;

/** An IAM role, assumed through the ServiceAccount (IRSA). */
export interface AwsIdentity {
  readonly cloud: 'aws';
  readonly roleArn: string;
}

/** An IAM service account, by its e-mail, through Workload Identity Federation for GKE. */
export interface GoogleIdentity {
  readonly cloud: 'gcp';
  readonly serviceAccount: string;
}

/** A managed identity, by its client id, through Microsoft Entra Workload ID. */
export interface AzureIdentity {
  readonly cloud: 'azure';
  readonly clientId: string;
}

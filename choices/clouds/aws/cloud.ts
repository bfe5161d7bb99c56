import type { AwsCluster } from '../../../src/model/cluster.ts';
import type { AwsIdentity } from '../../../src/model/identity.ts';
import type { IdentifyingCloud } from '../cloud.ts';
import { identitiesRefused } from '../refusals.ts';
import { shape } from './schema.ts';

/** Amazon Web Services: clusters of EKS. */
export const aws = {
  name: 'aws',
  shape,
  facts: { region: 'us-east-1', account: '000000000000' },
  refusals: identitiesRefused('aws'),
  // The nodes' (169.254.169.254) and that of EKS Pod Identity (169.254.170.23) are link-local.
  metadata: [],
  // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
  volumes: { provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3', encrypted: 'true' } },
  bind: ({ roleArn }) => ({ account: { 'eks.amazonaws.com/role-arn': roleArn } }),
  tokenService: ({ region = '' }) => ({
    name: 'sts',
    label: 'aws-sts',
    host: `sts.${region}.amazonaws.com`,
    network: 'endpoints',
  }),
  tokenAddresses: [],
} as const satisfies IdentifyingCloud<AwsIdentity, AwsCluster>;
